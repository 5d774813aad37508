package io.cosmopilot.adapters.channels;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A program of npm's in {@code src/test/resources/second-opinion}, installed below {@code target} and started there.
 * Where there is no Node or no npm its tests are skipped; where it cannot be installed as well, unless the environment
 * has {@code COSMOPILOT_REAL_PARTS=required}.
 */
final class Npm implements AutoCloseable {

    private static final Path SOURCES = Path.of("src/test/resources/second-opinion");
    private static final long INSTALLS_WITHIN_MINUTES = 5;

    private final Process process;
    private final BufferedReader out;
    private final int port;

    private Npm(Process process, Path folder) throws IOException {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.port = port(folder);
    }

    /** Starts {@code main.js}, which says {@code ready <port>}. */
    static Npm start(String name, String... arguments) {
        Assumptions.assumeTrue(onPath("node") && onPath("npm"), "skipped: no Node and npm on this machine's PATH");
        Path folder = Path.of("target", "second-opinion", name);
        try {
            install(SOURCES.resolve(name), folder);
            List<String> command = new ArrayList<>(List.of("node", "main.js"));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(folder.resolve("errors.txt").toFile())
                    .start();
            return new Npm(process, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Writes a line of input, and reads the line that is the answer. */
    synchronized String ask(String line) {
        try {
            process.outputWriter(StandardCharsets.UTF_8)
                    .append(line)
                    .append('\n')
                    .flush();
            return Objects.requireNonNull(out.readLine(), "it ended");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On loopback. */
    String url() {
        return "http://127.0.0.1:" + port;
    }

    private static void install(Path sources, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path installed = folder.resolve("node_modules/installed.json");
        Path wanted = sources.resolve("package.json");
        for (String file : List.of("package.json", "main.js")) {
            Files.copy(sources.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(installed) || Files.mismatch(installed, wanted) >= 0) {
            String trouble = npm(folder);
            boolean required = "required".equals(System.getenv("COSMOPILOT_REAL_PARTS"));
            Assumptions.assumeTrue(trouble == null || required, "skipped: npm cannot install it: " + trouble);
            if (trouble != null) {
                throw new IllegalStateException("npm cannot install " + wanted + ": " + trouble);
            }
            Files.copy(wanted, installed, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What is in the way; null when it is installed. */
    private static @Nullable String npm(Path folder) throws IOException {
        Path log = folder.resolve("npm.txt");
        Process npm = new ProcessBuilder(
                        "npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            boolean ended = npm.waitFor(INSTALLS_WITHIN_MINUTES, TimeUnit.MINUTES);
            npm.destroyForcibly();
            return ended && npm.exitValue() == 0 ? null : Files.readString(log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int port(Path folder) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("ready ")) {
                return Integer.parseInt(line.substring("ready ".length()));
            }
        }
        throw new IllegalStateException("it ended: " + Files.readString(folder.resolve("errors.txt")));
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
