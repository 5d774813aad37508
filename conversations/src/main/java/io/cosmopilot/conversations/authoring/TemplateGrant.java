package io.cosmopilot.conversations.authoring;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.approvals.Grant;
import io.cosmopilot.conversations.releasing.TemplateShelf;
import io.cosmopilot.deploy.Quota;
import io.cosmopilot.deploy.Requester;

/** Shares a template with everybody once an agent has read it. */
@Component
class TemplateGrant implements Grant {

    private final TemplateShelf shelf;

    TemplateGrant(TemplateShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Set<Approval.Kind> kinds() {
        return Set.of(Approval.Kind.TEMPLATE);
    }

    @Override
    public void give(Approval approval, @Nullable Quota granted, Requester requester) {
        String yaml = Objects.requireNonNull(approval.matter().detail(), "a template has a text");
        shelf.share(approval.requester(), approval.matter().subject(), yaml);
    }
}
