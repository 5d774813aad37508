package io.cosmopilot.conversations.turns;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How many turns are taken and how long they last; what is logged meanwhile bears the turn's id. */
@Component
class TurnMeasures {

    private static final String TURN = "turn";

    private final Timer taken;
    private final Timer failed;

    @Autowired
    TurnMeasures() {
        this(Metrics.globalRegistry);
    }

    TurnMeasures(MeterRegistry registry) {
        this.taken = timer(registry, "taken");
        this.failed = timer(registry, "failed");
    }

    private static Timer timer(MeterRegistry registry, String outcome) {
        return Timer.builder("cosmopilot.turns")
                .description("Turns, from the person's event to the commit")
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .register(registry);
    }

    long watch(UUID conversation, String event, LongSupplier turn) {
        var around = MDC.get(TURN);
        MDC.put(TURN, conversation + "/" + event);
        var started = System.nanoTime();
        var timer = failed;
        try {
            long seq = turn.getAsLong();
            timer = taken;
            return seq;
        } finally {
            timer.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
            restore(around);
        }
    }

    private static void restore(@Nullable String around) {
        if (around == null) {
            MDC.remove(TURN);
        } else {
            MDC.put(TURN, around);
        }
    }
}
