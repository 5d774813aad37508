package io.cosmopilot.conversations.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.cosmopilot.conversations.Database;
import io.cosmopilot.conversations.People.SlowDown;
import io.cosmopilot.conversations.people.Brake.Attempt;
import io.cosmopilot.conversations.people.Subject.Failures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Guessing becomes slow; mistyping does not, and neither does working behind the same address as somebody who guesses. */
class BrakeTest {

    private static final HikariDataSource DATABASE = Database.fresh();
    private static final Subject HERE = Subject.address("192.0.2.1");

    private final HandClock clock = new HandClock();
    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final Brake brake =
            new Brake(jdbc, new TransactionTemplate(new DataSourceTransactionManager(DATABASE)), clock);
    private int names;

    @AfterAll
    static void letGo() {
        DATABASE.close();
    }

    @BeforeEach
    void nothingKnown() {
        jdbc.sql("TRUNCATE conversations.sign_in_failure").update();
    }

    @Test
    void thirtyFailuresFromOneAddressAreFreeThenEachDoublesTheWait() {
        fail(30);
        assertThat(slowedDown()).isEqualTo(Duration.ofSeconds(1));
        fail(1);
        assertThat(slowedDown()).isEqualTo(Duration.ofSeconds(2));
        fail(1);
        assertThat(slowedDown()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void whatWasGuessedIsForgivenMinuteByMinute() {
        fail(33);
        clock.forward(Duration.ofMinutes(1));
        fail(1);
        assertThat(slowedDown()).isEqualTo(Duration.ofSeconds(8));
        clock.forward(Duration.ofMinutes(5));
        brake.attempt(next(), HERE);
        brake.attempt(next(), HERE);
    }

    @Test
    void whoMistypesEveryFewMinutesLocksNoCompanyOut() {
        for (int hour = 0; hour < 24; hour++) {
            for (int time = 0; time < 30; time++) {
                brake.attempt(next(), HERE);
                brake.succeeded(brake.attempt(next(), HERE));
                clock.forward(Duration.ofMinutes(2));
            }
        }
    }

    @Test
    void whoSignsInHoldsUpNobodyBehindTheSameAddress() {
        fail(33);
        clock.forward(Duration.ofSeconds(8));
        for (int time = 0; time < 100; time++) {
            brake.succeeded(brake.attempt(next(), HERE));
        }
        brake.attempt(next(), HERE);
        assertThat(slowedDown()).isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void aReplicaThatDiesBeforeItKnowsIsForgiven() {
        for (int time = 0; time < 30; time++) {
            brake.attempt(next(), HERE); // and never succeeded
        }
        assertThat(slowedDown()).isPositive();
        clock.forward(Duration.ofMinutes(2));
        brake.attempt(next(), HERE);
    }

    @Test
    void aHundredAtTheSameMomentAreAHundred() throws Exception {
        List<Future<Attempt>> attempts = new ArrayList<>();
        try (var many = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 100; i++) {
                Subject name = next();
                attempts.add(many.submit(() -> brake.attempt(name, HERE)));
            }
        }
        assertThat(attempts)
                .filteredOn(each -> each.state() == Future.State.SUCCESS)
                .hasSize(30);
    }

    @Test
    void oneNameFromManyPlacesAtOnceWaitsForNobodyForEver() throws Exception {
        Subject name = Subject.name("wei");
        List<Future<?>> attempts = new ArrayList<>();
        try (var many = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 200; i++) {
                Subject from = Subject.address("192.0.2." + i % 4);
                attempts.add(many.submit(() -> brake.succeeded(brake.attempt(name, from))));
            }
        }
        for (Future<?> attempt : attempts) {
            if (attempt.state() == Future.State.FAILED) {
                assertThat(attempt.exceptionNow()).isInstanceOf(SlowDown.class);
            }
        }
    }

    @Test
    void whatIsForgivenIsForgotten() {
        fail(3);
        clock.forward(Duration.ofMinutes(10));

        brake.succeeded(brake.attempt(next(), HERE));

        assertThat(jdbc.sql("SELECT count(*) FROM conversations.sign_in_failure")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobodyWaitsLongerThanAMinuteForTheirNameNorAQuarterOfAnHourForTheirAddress() {
        assertThat(waitAfter(Subject.name("wei"), 4)).isZero();
        assertThat(waitAfter(Subject.name("wei"), 8)).isEqualTo(Duration.ofSeconds(8));
        assertThat(waitAfter(Subject.name("wei"), 1_000)).isEqualTo(Duration.ofMinutes(1));
        assertThat(waitAfter(HERE, 1_000)).isEqualTo(Duration.ofMinutes(15));
    }

    private Duration waitAfter(Subject subject, int failures) {
        Instant now = clock.instant();
        Failures all = new Failures(now, now);
        for (int failure = 0; failure < failures; failure++) {
            all = subject.failed(all, now);
        }
        return subject.wait(all, now);
    }

    /** Each time with another name, as soon as one may. */
    private void fail(int times) {
        for (int time = 0; time < times; time++) {
            try {
                brake.attempt(next(), HERE);
            } catch (SlowDown slowDown) {
                clock.forward(slowDown.retryAfter());
                brake.attempt(next(), HERE);
            }
        }
    }

    private Duration slowedDown() {
        return catchThrowableOfType(SlowDown.class, () -> brake.attempt(next(), HERE))
                .retryAfter();
    }

    private Subject next() {
        return Subject.name("name-" + names++);
    }
}
