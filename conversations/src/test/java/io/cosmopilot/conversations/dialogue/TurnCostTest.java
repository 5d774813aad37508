package io.cosmopilot.conversations.dialogue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** A turn's own work is under a millisecond at the median: {@code -Dcosmopilot.benchmark=turn} measures it. */
@EnabledIfSystemProperty(named = "cosmopilot.benchmark", matches = "turn")
class TurnCostTest {

    private static final double MOST_MICROS = 1_000;

    @Test
    void isUnderAMillisecondAtTheMedian() throws Exception {
        var options =
                new OptionsBuilder().include(TurnBenchmark.class.getName()).build();
        for (RunResult result : new Runner(options).run()) {
            assertThat(result.getPrimaryResult().getStatistics().getPercentile(50))
                    .as(result.getParams().getParam("language"))
                    .isLessThan(MOST_MICROS);
        }
    }
}
