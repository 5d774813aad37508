package io.cosmopilot.conversations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostgreSQL for tests: one server a JVM, migrated once; whoever asks gets a copy of that database and a small pool of
 * connections to it, both closed with the context that holds it.
 */
public final class Database {

    private static final String MIGRATED = "migrated";
    private static final EmbeddedPostgres SERVER = start();

    /** The name of the next copy, which is made while the one before is used. */
    private static CompletableFuture<String> next;

    private Database() {}

    /** A database of its own with the module's tables, empty. */
    public static synchronized HikariDataSource fresh() {
        String name = next.join();
        next = CompletableFuture.supplyAsync(Database::copy);
        return pool(name);
    }

    private static String copy() {
        return create("test_" + UUID.randomUUID().toString().replace("-", ""), " TEMPLATE " + MIGRATED);
    }

    private static String create(String name, String from) {
        JdbcClient.create(SERVER.getPostgresDatabase())
                .sql("CREATE DATABASE " + name + from)
                .update();
        return name;
    }

    /** Another pool to the same database: the application starts again. */
    public static HikariDataSource again(HikariDataSource earlier) {
        return pool(earlier.getPoolName());
    }

    private static HikariDataSource pool(String name) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(SERVER.getJdbcUrl("postgres", name));
        pool.setMinimumIdle(0);
        pool.setMaximumPoolSize(10);
        pool.setPoolName(name);
        return pool;
    }

    /** A redundant IF NOT EXISTS of a migration would be told as a notice, and Flyway tells notices as warnings. */
    private static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .initSql("SET client_min_messages = warning")
                .locations("classpath:db/migration/conversations")
                .load()
                .migrate();
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

    static {
        try (HikariDataSource database = pool(create(MIGRATED, ""))) {
            migrate(database);
        }
        next = CompletableFuture.supplyAsync(Database::copy);
    }
}
