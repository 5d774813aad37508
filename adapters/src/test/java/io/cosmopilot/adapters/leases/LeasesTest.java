package io.cosmopilot.adapters.leases;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.cosmopilot.adapters.world.HandClock;
import io.cosmopilot.adapters.world.Schema;

import static org.assertj.core.api.Assertions.assertThat;

class LeasesTest {

    private static final Duration LASTS = Duration.ofSeconds(10);

    private static EmbeddedPostgres postgres;
    private static DataSource database;

    private final HandClock clock = new HandClock();
    private final Leases here = leases();
    private final Leases there = leases();

    private Leases leases() {
        return new Leases(JdbcClient.create(database), clock);
    }

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        database = postgres.getPostgresDatabase();
        Schema.into(database, "adapters");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void forget() {
        JdbcClient.create(database).sql("DELETE FROM adapters.lease").update();
    }

    @Test
    void oneHoldsItAndTheOtherDoesNot() {
        assertThat(here.hold("gateway", "here", LASTS)).contains(clock.instant().plus(LASTS));

        assertThat(there.hold("gateway", "there", LASTS)).isEmpty();
        assertThat(there.hold("other", "there", LASTS)).isPresent();
    }

    @Test
    void whoRenewsItKeepsIt() {
        here.hold("gateway", "here", LASTS);
        clock.forward(Duration.ofSeconds(6));
        here.hold("gateway", "here", LASTS);
        clock.forward(Duration.ofSeconds(6));

        assertThat(there.hold("gateway", "there", LASTS)).isEmpty();
    }

    @Test
    void itFallsToTheNextWhenItsHolderDies() {
        here.hold("gateway", "here", LASTS);
        clock.forward(LASTS);

        assertThat(there.hold("gateway", "there", LASTS)).isPresent();
        assertThat(here.hold("gateway", "here", LASTS)).isEmpty();
    }

    @Test
    void itFallsToTheNextAtOnceWhenItIsReleased() {
        here.hold("gateway", "here", LASTS);
        there.release("gateway", "there");
        assertThat(there.hold("gateway", "there", LASTS)).isEmpty();

        here.release("gateway", "here");

        assertThat(there.hold("gateway", "there", LASTS)).isPresent();
    }

    @Test
    void ofManyWhoAskAtOnceOneGetsIt() throws Exception {
        List<Callable<Optional<?>>> asking = IntStream.range(0, 16)
                .<Callable<Optional<?>>>mapToObj(i -> () -> here.hold("gateway", "replica " + i, LASTS))
                .toList();

        long holders = 0;
        try (var replicas = Executors.newFixedThreadPool(16)) {
            for (Future<Optional<?>> answer : replicas.invokeAll(asking)) {
                holders += answer.get().isPresent() ? 1 : 0;
            }
        }

        assertThat(holders).isEqualTo(1);
    }
}
