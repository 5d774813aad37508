package io.cosmopilot.adapters.webchat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {

    private final AtomicLong now = new AtomicLong();
    private final Pace pace = new Pace(now::get);

    @Test
    void aQueueThatWasFilledOfflineIsReadAtOnce() {
        for (int frame = 0; frame < 100; frame++) {
            assertThat(pace.delay()).as("frame %d", frame).isZero();
        }
    }

    @Test
    void whoeverGoesOnIsReadFiftyTimesASecond() {
        for (int frame = 0; frame < 100; frame++) {
            pace.delay();
        }

        assertThat(pace.delay()).isEqualTo(Duration.ofMillis(20).toNanos());
        assertThat(pace.delay()).isEqualTo(Duration.ofMillis(40).toNanos());
    }

    @Test
    void whoeverWaitsForEachAnswerNeverWaitsForThis() {
        for (int frame = 0; frame < 1_000; frame++) {
            now.addAndGet(Duration.ofMillis(20).toNanos());
            assertThat(pace.delay()).as("frame %d", frame).isZero();
        }
    }
}
