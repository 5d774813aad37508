package io.cosmopilot.conversations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL for tests: one server a JVM, an empty migrated database for whoever asks. */
public final class Database {

    private static final EmbeddedPostgres SERVER = start();

    private Database() {}

    /** A database of its own with the module's tables. */
    public static DataSource fresh() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(SERVER.getPostgresDatabase())
                .sql("CREATE DATABASE " + name)
                .update();
        DataSource database = SERVER.getDatabase("postgres", name);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/conversations")
                .load()
                .migrate();
        return database;
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
