package io.cosmopilot.bot.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModuleDependency;
import org.springframework.modulith.core.ApplicationModules;

import io.cosmopilot.CosmopilotApplication;

import static org.assertj.core.api.Assertions.assertThat;

/** The five modules, as they are and as their picture shows them. */
class ModulesTest {

    private static final Path PICTURE = Path.of("docs/modules.md");

    private final ApplicationModules modules = ApplicationModules.of(CosmopilotApplication.class);

    @Test
    void each_uses_the_doors_of_those_below_it_and_nothing_else() {
        modules.verify();
    }

    @Test
    void there_are_five() {
        assertThat(modules.stream().map(ModulesTest::name))
                .containsExactlyInAnyOrder("adapters", "bot", "conversations", "deploy", "templates");
    }

    /** A stale picture is drawn anew, and has to be committed. */
    @Test
    void their_picture_is_true() throws IOException {
        String picture = picture();
        String drawn = Files.exists(PICTURE) ? Files.readString(PICTURE) : "";
        if (!drawn.equals(picture)) {
            Files.createDirectories(PICTURE.getParent());
            Files.writeString(PICTURE, picture);
        }
        assertThat(drawn)
                .as("%s was stale and has been drawn anew: commit it", PICTURE)
                .isEqualTo(picture);
    }

    private String picture() {
        Stream<String> boxes = modules.stream().map(ModulesTest::name).sorted().map(name -> "    " + name);
        Stream<String> arrows = modules.stream().flatMap(this::uses).distinct().sorted();
        return Stream.of(
                        Stream.of(
                                "# The modules",
                                "",
                                "Drawn by `ModulesTest`: an arrow goes from a module to one whose door" + " it uses.",
                                "",
                                "```mermaid",
                                "flowchart TD"),
                        boxes,
                        arrows,
                        Stream.of("```", ""))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private Stream<String> uses(ApplicationModule module) {
        return module.getDirectDependencies(modules).stream()
                .map(ApplicationModuleDependency::getTargetModule)
                .map(target -> "    " + name(module) + " --> " + name(target));
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
