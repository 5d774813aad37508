package io.cosmopilot.adapters.blocks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Block;

import static org.assertj.core.api.Assertions.assertThat;

/** No block, no state of one, and no language is without a file that says how each channel shows it. */
class GoldenTest {

    static Stream<Locale> languages() {
        return Golden.languages().stream();
    }

    @Test
    void thereAreTwoLanguages() {
        assertThat(Golden.languages()).containsExactly(Locale.ENGLISH, Locale.CHINESE);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyBlockIsSampled(Locale language) {
        assertThat(sampled(language, Block::getClass)).contains((Object[]) Block.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyStateOfAnApprovalIsSampledForWhoeverAskedAndForAgents(Locale language) {
        for (boolean agents : List.of(true, false)) {
            assertThat(Samples.in(language)
                            .filter(sample -> sample.name().startsWith("support") == agents)
                            .flatMap(sample -> sample.blocks().stream())
                            .flatMap(block -> block instanceof Block.Request request
                                    ? Stream.of(request.state())
                                    : Stream.empty()))
                    .containsAll(Arrays.stream(Approval.State.values())
                            .map(state -> state.name().toLowerCase(Locale.ROOT))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyStateOfAProgressAndEveryKindOfFieldIsSampled(Locale language) {
        assertThat(sampled(language, block -> block instanceof Block.Progress progress ? progress.state() : ""))
                .contains(Block.State.RUNNING, Block.State.DONE, Block.State.FAILED);
        assertThat(Samples.in(language)
                        .flatMap(sample -> sample.blocks().stream())
                        .flatMap(block -> block instanceof Block.Form form ? form.fields().stream() : Stream.empty())
                        .map(Block.Field::kind))
                .contains(Block.Kind.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "discord"})
    void everySampleHasItsFileAndEveryFileItsSample(String channel) {
        assertThat(Golden.of(channel))
                .containsExactlyInAnyOrderElementsOf(
                        Golden.samples().map(Golden::name).toList());
    }

    private static Stream<Object> sampled(Locale language, Function<Block, Object> what) {
        return Samples.in(language).flatMap(sample -> sample.blocks().stream()).map(what);
    }
}
