package io.cosmopilot.conversations.authoring;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.approvals.ApprovalChanged;
import io.cosmopilot.conversations.approvals.Approvals;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.engine.Work.Next;
import io.cosmopilot.conversations.releasing.TemplateShelf;
import io.cosmopilot.conversations.releasing.Written;

/** Keeps a template, and has an agent read it when it is to be everybody's. */
@Component
class Proposal {

    private static final String APPROVAL = "approval";

    private final Approvals approvals;
    private final TemplateShelf shelf;
    private final Draftsman draftsman;

    Proposal(Approvals approvals, TemplateShelf shelf, Draftsman draftsman) {
        this.approvals = approvals;
        this.shelf = shelf;
        this.draftsman = draftsman;
    }

    void keep(Scene scene) {
        Written written = draftsman.written(scene);
        scene.command(() -> shelf.keep(written));
    }

    void propose(Scene scene) {
        if (scene.answers().has(APPROVAL)) {
            return;
        }
        Written written = draftsman.written(scene);
        Approval approval = Approval.requested(
                UUID.randomUUID().toString(),
                scene.person(),
                scene.conversation(),
                Approval.Matter.template(written.name(), scene.answers().get("purpose"), written.yaml()),
                scene.now());
        scene.answers().put(APPROVAL, approval.id());
        scene.reply(
                scene.text("proposed", written.name()),
                new Block.Choices(List.of(scene.choice("template:" + written.name(), "done.deploy"))));
        String reference = scene.requester().reference();
        scene.command(() -> {
            shelf.keep(written);
            approvals.request(approval, reference);
        });
    }

    void cancel(Scene scene) {
        scene.reply(scene.text("kept", scene.answers().get("name")));
    }

    /** What counts is how it stands now: a change may be heard after a later one. */
    Next changed(Scene scene, ApprovalChanged change) {
        Optional<Approval> now = scene.answers().find(APPROVAL).flatMap(approvals::find);
        String name = scene.answers().get("name");
        if (now.isEmpty() || now.get().state().open()) {
            return Next.WAIT;
        }
        Approval approval = now.get();
        String reason = approval.reason() == null ? "" : approval.reason();
        switch (approval.state()) {
            case APPROVED, ACCEPTED -> scene.reply(scene.text("accepted", name));
            case REFUSED -> scene.reply(scene.text("refused", name, reason));
            default -> scene.reply(scene.text("kept", name));
        }
        return Next.DONE;
    }
}
