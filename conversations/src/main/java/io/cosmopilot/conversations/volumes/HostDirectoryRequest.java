package io.cosmopilot.conversations.volumes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.approvals.ApprovalCards;
import io.cosmopilot.conversations.approvals.ApprovalChanged;
import io.cosmopilot.conversations.approvals.ApprovalWaiting;
import io.cosmopilot.conversations.approvals.Approvals;
import io.cosmopilot.conversations.approvals.Verdict;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.engine.Work.Next;

/** Asks the support agents for a directory of the hosts, and tells the person what becomes of it. */
@Component
class HostDirectoryRequest {

    /** The answer that keeps the approval's id, once it is asked for. */
    private static final String APPROVAL = "approval";

    private final VolumeAnswers volumes;
    private final Approvals approvals;
    private final ApprovalCards cards;

    HostDirectoryRequest(VolumeAnswers volumes, Approvals approvals, ApprovalCards cards) {
        this.volumes = volumes;
        this.approvals = approvals;
        this.cards = cards;
    }

    void start(Scene scene) {
        if (scene.answers().has(APPROVAL)) {
            return;
        }
        Approval.Matter matter = Approval.Matter.hostPath(
                volumes.space(scene), path(scene), scene.answers().get("purpose"));
        Approval approval = Approval.requested(
                UUID.randomUUID().toString(), scene.person(), scene.conversation(), matter, scene.now());
        scene.answers().put(APPROVAL, approval.id());
        scene.reply(scene.text("host.sent"));
        scene.reply(cards.card(approval, scene.person(), scene.words()));
        String reference = scene.requester().reference();
        scene.command(() -> approvals.request(approval, reference));
    }

    /** It takes longer than it should: said honestly, with a way to somebody who can help. */
    Next waiting(Scene scene, ApprovalWaiting waiting) {
        asked(scene).filter(approval -> approval.state().open()).ifPresent(approval -> {
            String stage = waiting.stage().name().toLowerCase(Locale.ROOT);
            scene.reply(
                    scene.text("host.waiting." + stage, path(scene)),
                    new Block.Choices(List.of(scene.choice("human", "host.human"))));
        });
        return Next.WAIT;
    }

    void cancel(Scene scene) {
        asked(scene).ifPresent(approval -> {
            boolean withdrawn = approvals.withdraw(scene.person(), approval) instanceof Verdict.Done;
            scene.reply(scene.text(withdrawn ? "host.withdrawn" : "host.settled", path(scene)));
        });
    }

    /** What counts is how it stands now: a change may be heard after a later one. */
    Next changed(Scene scene, ApprovalChanged change) {
        Optional<Approval> settled =
                asked(scene).filter(approval -> !approval.state().open());
        settled.ifPresent(approval -> told(scene, approval));
        return settled.isPresent() ? Next.DONE : Next.WAIT;
    }

    private void told(Scene scene, Approval approval) {
        switch (approval.state()) {
            case APPROVED, ACCEPTED -> approved(scene, approval);
            case REFUSED -> {
                String reason = approval.reason() == null ? "" : approval.reason();
                scene.reply(scene.text("host.refused", agent(scene, approval), path(scene), reason), again(scene));
            }
            case EXPIRED -> scene.reply(scene.text("host.expired", path(scene)), again(scene));
            case WITHDRAWN -> scene.reply(scene.text("host.withdrawn", path(scene)));
            case REQUESTED, COUNTERED -> {
                // Nothing is settled yet.
            }
        }
    }

    private void approved(Scene scene, Approval approval) {
        scene.reply(
                scene.text("host.approved", agent(scene, approval), path(scene), volumes.space(scene)),
                new Block.Choices(
                        List.of(scene.choice("deploy", "done.deploy"), scene.choice("manage", "done.mount"))));
    }

    private static Block again(Scene scene) {
        return new Block.Choices(
                List.of(scene.choice("volume:action=host", "host.again"), scene.choice("human", "host.human")));
    }

    private Optional<Approval> asked(Scene scene) {
        return scene.answers().find(APPROVAL).flatMap(approvals::find);
    }

    private String agent(Scene scene, Approval approval) {
        String agent = approval.decidedBy();
        return agent == null ? "" : cards.name(agent, scene.words());
    }

    private static String path(Scene scene) {
        return scene.answers().get(HostDirectories.PATH);
    }
}
