package io.cosmopilot.conversations.engine;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Work.Next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FlowsTest {

    private final Flow flow = Flow.named("order")
            .ask(Question.named("name").build())
            .ask(Question.named("size")
                    .orElse(scene -> Optional.of("small"))
                    .reading((scene, input) ->
                            input instanceof Input.Text text && text.text().length() < 6
                                    ? Answer.accepted("size", text.text())
                                    : Answer.refused("conversations.order.size.ask"))
                    .build())
            .confirm(new Confirmation("confirm", scene -> List.of(), List.of("name", "size")))
            .run(Work.named("bake").on(String.class, (scene, news) -> Next.DONE).build())
            .then(scene -> scene.reply(new Block.Text("bon appetit")))
            .build();

    private final Flows flows = new Flows(List.of(flow));

    @Test
    void asksInOrderAndEndsWhenTheReportComes() {
        Draft draft = begun(Map.of());
        assertThat(draft.step()).isEqualTo("name");
        draft = take(draft, new Input.Text("blog"));
        assertThat(draft.step()).isEqualTo("size");
        draft = take(draft, new Input.Text("big"));
        assertThat(draft.step()).isEqualTo("confirm");
        draft = take(draft, new Input.Pick("yes"));
        assertThat(draft.step()).isEqualTo("bake");
        Turn turn = turn();
        assertThat(flows.take(turn, draft, new Input.News("done")).draft()).isNull();
        assertThat(turn.emissions()).hasSize(1);
    }

    @Test
    void asksOnlyWhatASentenceLeftOpen() {
        assertThat(begun(Map.of("name", "blog")).step()).isEqualTo("size");
        assertThat(begun(Map.of("name", "blog", "size", "big")).step()).isEqualTo("confirm");
        assertThat(begun(Map.of("name", "blog", "size", "enormous")).step()).isEqualTo("size");
    }

    @Test
    void staysAndSaysSoWhenAnAnswerIsRefused() {
        Turn turn = turn();
        Flows.Moved moved = flows.take(turn, begun(Map.of("name", "blog")), new Input.Text("enormous"));
        assertThat(moved.draft()).extracting(Draft::step).isEqualTo("size");
        assertThat(turn.emissions()).hasSize(1);
    }

    @Test
    void changesOneAnswerAndConfirmsAgain() {
        Draft confirmed = take(begun(Map.of("name", "blog", "size", "big")), new Input.Pick("yes"));
        Draft corrected = standing(
                flows.correct(turn(), confirmed, Map.of("name", "shop")).orElseThrow());
        assertThat(corrected.answers()).containsEntry("name", "shop").containsEntry("size", "big");
        assertThat(flows.go(turn(), corrected).draft()).extracting(Draft::step).isEqualTo("confirm");
    }

    @Test
    void goesBackToTheLatestAnswerAndSkipsWithTheDefault() {
        Draft back =
                flows.back(turn(), begun(Map.of("name", "blog", "size", "big"))).orElseThrow();
        Draft asking = flows.go(turn(), back).draft();
        assertThat(asking).extracting(Draft::step).isEqualTo("size");
        assertThat(asking).isNotNull();
        assertThat(flows.skip(turn(), asking).orElseThrow().answers()).containsEntry("size", "small");
    }

    @Test
    void goesOnWhereItMakesSenseWhenAnUpgradeRemovedTheStep() {
        Draft old = new Draft("1", "order", 0, "colour", Map.of("name", "blog"), Map.of());
        assertThat(flows.go(turn(), old).draft()).extracting(Draft::step).isEqualTo("size");
    }

    @Test
    void tellsWhatWentWrongInsideAStep() {
        Flows broken = new Flows(List.of(Flow.named("order")
                .ask(Question.named("name")
                        .reading((scene, input) -> {
                            throw new IllegalStateException("boom");
                        })
                        .build())
                .build()));
        Draft draft = new Draft("1", "order", 1, "name", Map.of(), Map.of());
        assertThatThrownBy(() -> broken.take(turn(), draft, new Input.Text("x")))
                .hasMessage("boom");
        assertThatThrownBy(() -> broken.take(turn(), draft, new Input.Text("x")))
                .hasMessage("boom");
    }

    @Test
    void refusesAFlowWithTwoStepsOfOneName() {
        Flow.Builder twice = Flow.named("order")
                .ask(Question.named("name").build())
                .ask(Question.named("name").build());
        assertThatThrownBy(twice::build).isInstanceOf(IllegalStateException.class);
    }

    private Draft begun(Map<String, String> known) {
        return standing(flows.begin(turn(), "order", known));
    }

    private Draft take(Draft draft, Input input) {
        return standing(flows.take(turn(), draft, input));
    }

    private static Draft standing(Flows.Moved moved) {
        assertThat(moved.draft()).isNotNull();
        return moved.draft();
    }

    private static Turn turn() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        return new Turn("c", "wei", new Words(messages, Locale.ENGLISH), Instant.EPOCH);
    }
}
