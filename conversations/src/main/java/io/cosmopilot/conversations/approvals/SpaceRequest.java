package io.cosmopilot.conversations.approvals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Approval.State;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.engine.Work.Next;
import io.cosmopilot.conversations.images.PushHelp;
import io.cosmopilot.deploy.Quota;
import io.cosmopilot.deploy.SpaceReport;
import io.cosmopilot.deploy.Spaces;

/** Asks the support agents for a space, and tells the person what becomes of it. */
@Component
class SpaceRequest {

    /** The answer that keeps the approval's id, once it is asked for. */
    static final String APPROVAL = "approval";

    /** The answer that keeps the state that was told last. */
    private static final String TOLD = "told";

    private final Approvals approvals;
    private final ApprovalCards cards;
    private final Spaces spaces;
    private final PushHelp help;

    SpaceRequest(Approvals approvals, ApprovalCards cards, Spaces spaces, PushHelp help) {
        this.approvals = approvals;
        this.cards = cards;
        this.spaces = spaces;
        this.help = help;
    }

    void start(Scene scene) {
        if (scene.answers().has(APPROVAL)) {
            return;
        }
        Approval approval = Approval.requested(
                UUID.randomUUID().toString(), scene.person(), scene.conversation(), matter(scene), scene.now());
        scene.answers().put(APPROVAL, approval.id());
        scene.reply(scene.text(approvals.atOnce(approval.matter()) ? "request.policy" : "request.sent"));
        scene.reply(cards.card(approval, scene.person(), scene.words()));
        String reference = scene.requester().reference();
        scene.command(() -> approvals.request(approval, reference));
    }

    private Approval.Matter matter(Scene scene) {
        String name = scene.answers().get(SpaceNames.NAME);
        String purpose = scene.answers().get("purpose");
        Quota quota = QuotaAnswer.of(scene.answers());
        return spaces.find(name).isPresent()
                ? Approval.Matter.quota(name, purpose, quota)
                : Approval.Matter.space(name, purpose, quota);
    }

    /** It takes longer than it should: said honestly, with a way to somebody who can help. */
    Next waiting(Scene scene, ApprovalWaiting waiting) {
        Optional<Approval> open =
                asked(scene).filter(approval -> approval.state().open());
        open.ifPresent(approval -> {
            String key = approval.state() == State.COUNTERED
                    ? "waiting.countered"
                    : "waiting." + waiting.stage().name().toLowerCase(Locale.ROOT);
            scene.reply(
                    scene.text(key, what(scene, approval)),
                    new Block.Choices(List.of(scene.choice("human", "choice.human"))));
        });
        return Next.WAIT;
    }

    private static String what(Scene scene, Approval approval) {
        return ApprovalCard.what(approval, scene.words());
    }

    void cancel(Scene scene) {
        asked(scene).ifPresent(approval -> {
            if (approvals.withdraw(scene.person(), approval) instanceof Verdict.Done) {
                scene.reply(scene.text("withdrawn", what(scene, approval)));
            } else {
                scene.reply(scene.text("settled", what(scene, approval)));
            }
        });
    }

    /** What counts is how it stands now: a change may be heard after a later one. */
    Next changed(Scene scene, ApprovalChanged change) {
        return decision(scene);
    }

    private Next decision(Scene scene) {
        Optional<Approval> now = asked(scene)
                .filter(approval -> !approval.state()
                        .name()
                        .equals(scene.answers().find(TOLD).orElse("REQUESTED")));
        now.ifPresent(approval -> scene.answers().put(TOLD, approval.state().name()));
        return now.map(approval -> told(scene, approval)).orElse(Next.WAIT);
    }

    /** The decision is told first, should the news of it have been held up: the flow ends here. */
    Next provisioned(Scene scene, SpaceReport.Provisioned report) {
        decision(scene);
        String space = report.space().name();
        String prefix = spaces.imagePrefix(space);
        Quota quota = report.space().quota();
        scene.reply(
                scene.text("granted", space, ApprovalCard.quota(quota, scene.words()), prefix),
                help.lines(scene.person(), space),
                scene.text("granted.next"),
                new Block.Choices(List.of(
                        new Block.Choice("deploy", scene.say("choice.deploy"), Block.Style.PRIMARY),
                        scene.choice("image:action=password", "choice.password"),
                        scene.choice("image:action=push;space=" + space, "choice.push"),
                        scene.choice("human", "choice.human"))));
        return Next.DONE;
    }

    Next failing(Scene scene, SpaceReport.Failing report) {
        if (report.attempt() == 1) {
            scene.reply(scene.text("failing", report.space().name()));
        }
        return Next.WAIT;
    }

    private Next told(Scene scene, Approval approval) {
        return switch (approval.state()) {
            case APPROVED -> {
                scene.reply(scene.text("approved", agent(scene, approval), what(scene, approval)));
                yield Next.WAIT;
            }
            case COUNTERED -> {
                scene.reply(
                        scene.text("countered", agent(scene, approval), offered(scene, approval), reason(approval)));
                scene.reply(cards.card(approval, scene.person(), scene.words()));
                yield Next.WAIT;
            }
            case REFUSED -> {
                refused(scene, approval);
                yield Next.DONE;
            }
            case EXPIRED -> {
                expired(scene, approval);
                yield Next.DONE;
            }
            case WITHDRAWN -> Next.DONE;
            case REQUESTED, ACCEPTED -> Next.WAIT;
        };
    }

    private void refused(Scene scene, Approval approval) {
        scene.reply(
                scene.text("refused", agent(scene, approval), what(scene, approval), reason(approval)), again(scene));
    }

    private static void expired(Scene scene, Approval approval) {
        scene.reply(scene.text("expired", what(scene, approval)), again(scene));
    }

    private static Block again(Scene scene) {
        return new Block.Choices(List.of(
                new Block.Choice("space", scene.say("choice.again"), Block.Style.PRIMARY),
                scene.choice("human", "choice.human")));
    }

    private Optional<Approval> asked(Scene scene) {
        return scene.answers().find(APPROVAL).flatMap(approvals::find);
    }

    private String agent(Scene scene, Approval approval) {
        String agent = approval.decidedBy();
        return agent == null ? "" : cards.name(agent, scene.words());
    }

    private static String offered(Scene scene, Approval approval) {
        Quota granted = approval.granted();
        return granted == null ? "" : ApprovalCard.quota(granted, scene.words());
    }

    private static String reason(Approval approval) {
        String reason = approval.reason();
        return reason == null ? "" : reason;
    }
}
