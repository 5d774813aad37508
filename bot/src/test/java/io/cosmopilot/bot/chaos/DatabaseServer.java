package io.cosmopilot.bot.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server as a process of its own that can be killed: Debian's where there is one, else the embedded
 * binaries.
 */
final class DatabaseServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path binaries;
    private final Path data;
    private final int port;
    private final boolean durable;
    private @Nullable Process process;

    private DatabaseServer(Path binaries, Path data, int port, boolean durable) {
        this.binaries = binaries;
        this.data = data;
        this.port = port;
        this.durable = durable;
    }

    /** As it comes: a commit is on the disk when it is told. */
    static DatabaseServer durable(Path directory) throws IOException, InterruptedException {
        return start(directory, true);
    }

    /** The operating system survives what is done to it, so that fsync has nothing to protect. */
    static DatabaseServer start(Path directory) throws IOException, InterruptedException {
        return start(directory, false);
    }

    private static DatabaseServer start(Path directory, boolean durable) throws IOException, InterruptedException {
        Path binaries = installed().or(DatabaseServer::embedded).orElseThrow();
        DatabaseServer server = new DatabaseServer(binaries, directory.resolve("postgres"), freePort(), durable);
        server.run(
                "initdb",
                "-D",
                server.data.toString(),
                "-U",
                "postgres",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C",
                "-N");
        server.start();
        return server;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    Path binaries() {
        return binaries;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser("postgres");
        return source;
    }

    /** Until it answers; whatever a killed one left behind goes first. */
    void start() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Process running = process;
            if (running == null || !running.isAlive()) {
                process = launch();
            }
            if (answers()) {
                return;
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        throw new IllegalStateException("PostgreSQL does not answer; see " + data.resolveSibling("postgres.log"));
    }

    void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroy();
            running.onExit().join();
        }
    }

    private boolean answers() {
        try (var connection = dataSource().getConnection()) {
            return connection.isValid(1);
        } catch (java.sql.SQLException e) {
            return false;
        }
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(command(
                        "postgres",
                        "-D",
                        data.toString(),
                        "-p",
                        String.valueOf(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=120",
                        "-c",
                        "fsync=" + (durable ? "on" : "off")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling("postgres.log").toFile()))
                .start();
    }

    private void run(String... words) throws IOException, InterruptedException {
        Process once =
                new ProcessBuilder(command(words)).redirectErrorStream(true).start();
        String said = new String(once.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (once.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + ": " + said);
        }
    }

    /** PostgreSQL refuses to run as root: then it is nobody, in a user namespace of its own. */
    private List<String> command(String... words) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve(words[0]).toString());
        command.addAll(List.of(words).subList(1, words.length));
        return command;
    }

    private static Optional<Path> installed() {
        return newest(Path.of("/usr/lib/postgresql"), "bin");
    }

    private static Optional<Path> embedded() {
        try {
            // Started once, so that its binaries are unpacked.
            EmbeddedPostgres.builder().start().close();
            return newest(Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg"), "bin");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> newest(Path parent, String child) {
        if (!Files.isDirectory(parent)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(parent)) {
            return versions.map(version -> version.resolve(child))
                    .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                    .max(java.util.Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
