package io.cosmopilot.deploy.builds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.deploy.Builds.Detected;

/** What lies in a directory of code. */
record Code(Path directory) {

    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

    /** The directory itself, or the only one in it, as archives of repositories have it. */
    static Code in(Path directory) {
        var all = list(directory);
        return all.size() == 1 && Files.isDirectory(all.getFirst()) ? in(all.getFirst()) : new Code(directory);
    }

    Optional<Detected> detect() {
        return Stream.<Optional<Detected>>of(
                        has("Dockerfile").map(file -> new Detected("dockerfile", "Dockerfile")),
                        ending(".war").map(file -> new Detected("tomcat", file)),
                        Files.isDirectory(directory.resolve("WEB-INF"))
                                ? Optional.of(new Detected("tomcat", "WEB-INF"))
                                : Optional.empty(),
                        ending(".jar").map(file -> new Detected("java", "java -jar " + file)),
                        has("package.json").map(file -> new Detected("node", "node " + main())),
                        python().map(file -> new Detected("python", "python " + file)),
                        has("composer.json").or(() -> has("index.php")).map(file -> new Detected("php", "index.php")),
                        program().map(file -> new Detected("go", "./" + file)),
                        has("index.html").map(file -> new Detected("static", "index.html")))
                .flatMap(Optional::stream)
                .findFirst();
    }

    Optional<String> has(String name) {
        return Optional.of(name).filter(file -> Files.isRegularFile(directory.resolve(file)));
    }

    Optional<String> ending(String end) {
        return list(directory).stream()
                .filter(Files::isRegularFile)
                .map(file -> file.getFileName().toString())
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(end))
                .findFirst();
    }

    /** What Node.js starts with. */
    String main() {
        try {
            var said = JsonMapper.shared()
                    .readTree(directory.resolve("package.json").toFile())
                    .path("main")
                    .asString("");
            if (!said.isEmpty() && Files.isRegularFile(directory.resolve(said).normalize())) {
                return said;
            }
        } catch (JacksonException | IllegalArgumentException unreadable) {
            // As good as one that says nothing.
            return "index.js";
        }
        return Stream.of("server.js", "app.js", "index.js", "main.js")
                .flatMap(name -> has(name).stream())
                .findFirst()
                .orElse("index.js");
    }

    Optional<String> python() {
        var usual = Stream.of("app.py", "main.py", "server.py", "manage.py", "wsgi.py")
                .flatMap(name -> has(name).stream())
                .findFirst();
        return usual.or(() -> has("requirements.txt").flatMap(file -> ending(".py")))
                .or(() -> ending(".py"));
    }

    Optional<String> program() {
        return list(directory).stream()
                .filter(Files::isRegularFile)
                .filter(Code::elf)
                .map(file -> file.getFileName().toString())
                .findFirst();
    }

    private static boolean elf(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return Arrays.equals(content.readNBytes(ELF.length), ELF);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static List<Path> list(Path directory) {
        try (var files = Files.list(directory)) {
            return files.filter(file -> !file.getFileName().toString().equals(".git"))
                    .filter(file -> !file.getFileName().toString().equals("__MACOSX"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
