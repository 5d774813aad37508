package io.cosmopilot.adapters.blocks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a channel shows of each sample, in {@code src/test/resources/golden/<channel>}. With {@code -Dgolden=write}, or
 * {@code COSMOPILOT_GOLDEN=write} around the build, it is written anew.
 */
public final class Golden {

    private static final Path ROOT = Path.of("src/test/resources/golden");
    private static final Path BUNDLES = Path.of("src/main/resources/messages");

    private Golden() {}

    /** The languages in which there are texts. */
    public static List<Locale> languages() {
        return names(BUNDLES)
                .filter(name -> name.matches("adapters(_[a-z]+)?\\.properties"))
                .map(name -> name.replaceAll("^adapters_?|\\.properties$", ""))
                .map(language -> language.isEmpty() ? Locale.ENGLISH : Locale.of(language))
                .toList();
    }

    /** Of every block, in every language. */
    public static Stream<Sample> samples() {
        return languages().stream().flatMap(Samples::in);
    }

    public static void compare(String channel, Sample sample, String shown) throws IOException {
        Path file = ROOT.resolve(channel).resolve(name(sample));
        if ("write".equals(System.getProperty("golden", System.getenv("COSMOPILOT_GOLDEN")))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, shown + "\n");
        }
        assertThat(shown + "\n").isEqualTo(Files.readString(file));
    }

    /** Names of the files that there are. */
    static Stream<String> of(String channel) {
        return names(ROOT.resolve(channel));
    }

    static String name(Sample sample) {
        return sample.name() + "." + sample.locale().getLanguage() + ".json";
    }

    private static Stream<String> names(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
