package io.cosmopilot.conversations.turns;

import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Turns are counted, and what is logged in one bears its id. */
class TurnMeasuresTest {

    private static final UUID CONVERSATION = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TurnMeasures measures = new TurnMeasures(registry);

    @Test
    void a_line_that_is_logged_in_a_turn_bears_its_id_and_none_after_it() {
        measures.watch(CONVERSATION, "outer", () -> {
            assertThat(MDC.get("turn")).isEqualTo(CONVERSATION + "/outer");
            measures.watch(CONVERSATION, "inner", () -> {
                assertThat(MDC.get("turn")).endsWith("/inner");
                return 2;
            });
            assertThat(MDC.get("turn")).endsWith("/outer");
            return 1;
        });

        assertThat(MDC.get("turn")).isNull();
    }

    @Test
    void turns_that_fail_are_counted_apart() {
        assertThat(measures.watch(CONVERSATION, "a", () -> 7)).isEqualTo(7);
        assertThatThrownBy(() -> measures.watch(CONVERSATION, "b", () -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");

        assertThat(count("taken")).isEqualTo(1);
        assertThat(count("failed")).isEqualTo(1);
        assertThat(MDC.get("turn")).isNull();
    }

    private long count(String outcome) {
        return registry.get("cosmopilot.turns").tag("outcome", outcome).timer().count();
    }
}
