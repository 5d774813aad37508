package io.cosmopilot.conversations.aspects;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.Configuration;
import io.cosmopilot.deploy.Configurations;

/** A configuration that was made before, and where its files are mounted. */
@Component
class Configs implements Aspect {

    private final Configurations configurations;

    Configs(Configurations configurations) {
        this.configurations = configurations;
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public boolean possible(Scene scene) {
        return !configurations.of(scene.person()).isEmpty();
    }

    @Override
    public List<Entry> entries(Scene scene) {
        List<Block.Choice> names = configurations.of(scene.person()).stream()
                .map(Configuration::name)
                .map(name -> Block.Choice.of(name, name))
                .toList();
        List<Block.Choice> ways = Stream.of("beside", "instead")
                .map(way -> Block.Choice.of(way, scene.say("files.mount." + way)))
                .toList();
        return List.of(
                Entry.chosen("config", names),
                Entry.typed(
                        "directory", value -> Storage.DIRECTORY.matcher(value).matches()),
                Entry.chosen("mount", ways).beginning("beside"));
    }

    /** A whole configuration hides what is in the directory, so file by file is the safe way. */
    @Override
    public List<Adjustment> adjustments(Scene scene, Map<String, String> filled) {
        String name = filled.get("config");
        String directory = filled.get("directory");
        if (name == null || directory == null) {
            return List.of();
        }
        boolean instead = filled.getOrDefault("mount", "beside").equals("instead");
        List<String> files = instead
                ? List.of()
                : configurations
                        .find(scene.person(), name)
                        .map(found -> List.copyOf(found.sorted().keySet()))
                        .orElse(List.of());
        return List.of(new Adjustment.Configuration(name, directory, files));
    }
}
