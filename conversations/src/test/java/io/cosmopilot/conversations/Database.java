package io.cosmopilot.conversations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

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
        try {
            Resource[] migrations = new PathMatchingResourcePatternResolver()
                    .getResources("classpath:db/migration/conversations/V*.sql");
            for (Resource migration : migrations) {
                new ResourceDatabasePopulator(migration).execute(database);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
