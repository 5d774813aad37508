package io.cosmopilot.bot.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL of this application’s own, on a free port of 127.0.0.1; what is in it outlives the application. */
final class LocalPostgres implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final DataDirectory directory;

    private LocalPostgres(EmbeddedPostgres server, DataDirectory directory) {
        this.server = server;
        this.directory = directory;
    }

    static LocalPostgres start(DataDirectory directory) {
        try {
            Path data = directory.resolve("postgres");
            Path unfinished = directory.resolve("postgres-unfinished");
            prepare(data, unfinished);
            EmbeddedPostgres server = server(directory, data);
            Files.deleteIfExists(unfinished);
            return new LocalPostgres(server, directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    @Override
    public void close() throws IOException {
        server.close();
        directory.close();
    }

    /** A first start that was cut short has left nothing worth keeping; a later one has left a server, perhaps. */
    private static void prepare(Path data, Path unfinished) throws IOException {
        LeftoverServer.of(data).stop();
        if (Files.exists(unfinished)) {
            FileSystemUtils.deleteRecursively(data);
        }
        if (Files.notExists(data)) {
            Files.write(unfinished, new byte[0]);
        }
    }

    /** The library’s defaults are for tests: here what is committed has to be on the disk. */
    private static EmbeddedPostgres server(DataDirectory directory, Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(
                        directory.resolve("postgres-program").toFile())
                .setPGStartupWait(Duration.ofSeconds(30))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .start();
    }
}
