package io.cosmopilot.conversations.approvals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Desk.Decision;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.deploy.Quota;

/** The flow {@code decision}: why an agent refuses a request, or offers less, and how much. */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {

    private static final String APPROVAL = "approval";
    private static final String DECISION = "decision";
    private static final String REASON = "reason";

    private final Approvals approvals;
    private final ApprovalCards cards;
    private final Replies replies;

    DecisionConfiguration(Approvals approvals, ApprovalCards cards, Replies replies) {
        this.approvals = approvals;
        this.cards = cards;
        this.replies = replies;
    }

    @Bean
    Flow decision() {
        return Flow.named("decision")
                .ask(approval())
                .ask(kind())
                .ask(offer())
                .ask(reason())
                .then(this::decide)
                .build();
    }

    private Question approval() {
        return Question.named(APPROVAL)
                .choices(this::open)
                .reading((scene, input) -> approvals
                        .find(said(input))
                        .map(approval -> Answer.accepted(APPROVAL, approval.id()))
                        .orElseGet(Answer::notMeant))
                .build();
    }

    /** The open requests; where there is none, the way out. */
    private List<Block.Choice> open(Scene scene) {
        List<Block.Choice> open = approvals.open().stream()
                .map(approval -> Block.Choice.of(approval.id(), cards.title(approval, scene)))
                .toList();
        return open.isEmpty()
                ? List.of(Block.Choice.of("cancel", scene.words().say("conversations.choice.cancel")))
                : open;
    }

    private Question kind() {
        return Question.named(DECISION)
                .choices(scene -> List.of(
                        scene.choice("approve", "choice.approve"),
                        scene.choice("counter", "choice.counter"),
                        scene.choice("deny", "choice.deny")))
                .reading((scene, input) -> List.of("approve", "counter", "deny").contains(said(input))
                        ? Answer.accepted(DECISION, said(input))
                        : Answer.notMeant())
                .build();
    }

    private Question offer() {
        return Question.named(QuotaAnswer.STORAGE)
                .onlyIf(scene -> is(scene, "counter"))
                .mentioning(scene -> asked(scene)
                        .flatMap(approval -> approval.matter().asked())
                        .map(quota -> new Object[] {ApprovalCard.quota(quota, scene.words())})
                        .orElseGet(() -> new Object[] {""}))
                .form(scene -> asked(scene)
                        .flatMap(approval -> approval.matter().asked())
                        .map(quota -> QuotaAnswer.fields(scene, quota))
                        .orElse(List.of()))
                .reading(this::less)
                .build();
    }

    private Question reason() {
        return Question.named(REASON)
                .freeText()
                .onlyIf(scene -> !is(scene, "approve"))
                .mentioning(scene -> asked(scene)
                        .map(approval -> new Object[] {cards.name(approval.requester())})
                        .orElseGet(() -> new Object[] {""}))
                .reading((scene, input) -> Prose.read(REASON, input))
                .build();
    }

    private Answer less(Scene scene, Input input) {
        Answer answer = QuotaAnswer.read(scene, input);
        Optional<Quota> asked =
                asked(scene).flatMap(approval -> approval.matter().asked());
        return answer instanceof Answer.Accepted accepted && asked.isPresent() && !less(accepted.values(), asked.get())
                ? Answer.refused("conversations.approval.offer.less", ApprovalCard.quota(asked.get(), scene.words()))
                : answer;
    }

    private static boolean less(Map<String, String> values, Quota asked) {
        return Approvals.less(
                new Quota(
                        number(values, QuotaAnswer.STORAGE),
                        number(values, QuotaAnswer.CPU),
                        number(values, QuotaAnswer.MEMORY)),
                asked);
    }

    private void decide(Scene scene) {
        asked(scene).ifPresent(approval -> {
            Decision decision = Decision.valueOf(scene.answers().get(DECISION).toUpperCase(Locale.ROOT));
            Quota offer = decision == Decision.COUNTER ? QuotaAnswer.of(scene.answers()) : null;
            String reason = scene.answers().find(REASON).orElse("");
            Verdict verdict = approvals.decide(scene.person(), approval, decision, offer, reason);
            scene.reply(new Block.Text(replies.to(verdict, scene.words(), scene.now())));
        });
    }

    private Optional<Approval> asked(Scene scene) {
        return scene.answers().find(APPROVAL).flatMap(approvals::find);
    }

    private static boolean is(Scene scene, String decision) {
        return scene.answers().find(DECISION).filter(decision::equals).isPresent();
    }

    private static int number(Map<String, String> values, String name) {
        return Integer.parseInt(values.getOrDefault(name, "0"));
    }

    private static String said(Input input) {
        return switch (input) {
            case Input.Text text -> text.text().strip();
            case Input.Pick pick -> pick.choice();
            default -> "";
        };
    }
}
