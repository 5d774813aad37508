package io.cosmopilot.bot.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The built application in a process of its own, on the test's class path. */
final class Replica implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Path directory;
    private final int port;
    private final Map<String, String> environment;
    private final List<String> options;
    private @Nullable Process process;

    /** @param options of its virtual machine */
    Replica(Path directory, Map<String, String> environment, List<String> options) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.port = DatabaseServer.freePort();
        this.environment = environment;
        this.options = options;
    }

    int port() {
        return port;
    }

    void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        process = builder.start();
    }

    private List<String> command() throws IOException {
        Path arguments = directory.resolve("arguments");
        Files.writeString(arguments, "-cp \"" + System.getProperty("java.class.path") + "\"\n");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("@" + arguments, "io.cosmopilot.CosmopilotApplication"));
        return command;
    }

    Path log() {
        return directory.resolve("log");
    }

    /** Waits for that; false when it has ended by itself. */
    boolean becomesReady() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!isReady()) {
            if (process != null && !process.isAlive()) {
                return false;
            }
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("not ready in time; see " + log());
            }
            Thread.sleep(Duration.ofMillis(200));
        }
        return true;
    }

    private boolean isReady() throws InterruptedException {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(URI.create(
                                                    "http://127.0.0.1:" + port + "/actuator/health/readiness"))
                                            .timeout(Duration.ofSeconds(2))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Of the processors, since it began. */
    Duration cpu() {
        return java.util.Objects.requireNonNull(process)
                .info()
                .totalCpuDuration()
                .orElseThrow();
    }

    /** Of its heap, after a collection. */
    long liveBytes() throws IOException, InterruptedException {
        command("GC.run");
        String histogram = command("GC.class_histogram");
        String total = histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(histogram));
        String[] columns = total.strip().split("\\s+", -1);
        return Long.parseLong(columns[columns.length - 1]);
    }

    private String command(String what) throws IOException, InterruptedException {
        Process running = java.util.Objects.requireNonNull(process);
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(running.pid()),
                        what)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said;
    }

    /** SIGKILL: nothing of it gets to say goodbye. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
