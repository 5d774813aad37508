package io.cosmopilot.conversations.approvals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Approval.State;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Words;
import io.cosmopilot.deploy.Quota;

/**
 * Shows an approval as it stands, with what its reader can do about it. The only one that does: whatever shows an
 * approval says the same.
 *
 * @param reader the username of who reads it
 * @param words in the reader's language
 * @param names what people are called, by username
 */
record ApprovalCard(Approval approval, String reader, Words words, UnaryOperator<String> names) {

    Block.Request block() {
        return new Block.Request(
                approval.id(), title(), approval.state().name().toLowerCase(Locale.ROOT), facts(), choices());
    }

    private boolean own() {
        return approval.requester().equals(reader);
    }

    private String title() {
        String what = what(approval, words);
        return own() ? say("title.own", what) : say("title", name(approval.requester()), what);
    }

    /** What is asked for, in a reader's language. */
    static String what(Approval approval, Words words) {
        Approval.Matter matter = approval.matter();
        return words.say("conversations.approval.what." + matter.kind().word(), matter.subject());
    }

    private List<Block.Fact> facts() {
        List<Block.Fact> facts = new ArrayList<>();
        Approval.Matter matter = approval.matter();
        facts.add(fact("purpose", matter.purpose()));
        matter.asked().ifPresent(asked -> facts.add(fact("asked", quota(asked, words))));
        String detail = matter.detail();
        if (detail != null) {
            facts.add(fact("detail." + matter.kind().word(), detail));
        }
        Quota granted = approval.granted();
        if (granted != null && !granted.equals(matter.quota())) {
            facts.add(fact(approval.state() == State.COUNTERED ? "offered" : "granted", quota(granted, words)));
        }
        String first = approval.firstBy();
        if (first != null) {
            facts.add(fact("first", name(first)));
        }
        String agent = approval.decidedBy();
        if (agent != null) {
            facts.add(fact("decided", name(agent)));
        }
        String reason = approval.reason();
        if (reason != null) {
            facts.add(fact("reason", reason));
        }
        String trouble = approval.provisioning();
        if (trouble != null) {
            facts.add(own() ? fact("provisioning", say("provisioning.own")) : fact("provisioning", trouble));
        }
        return facts;
    }

    private List<Block.Choice> choices() {
        if (own()) {
            return switch (approval.state()) {
                case REQUESTED -> List.of(choice("withdraw", Block.Style.PLAIN));
                case COUNTERED -> List.of(choice("accept", Block.Style.PRIMARY), choice("withdraw", Block.Style.PLAIN));
                default -> List.of();
            };
        }
        return approval.state() != State.REQUESTED ? List.of() : decisions();
    }

    private List<Block.Choice> decisions() {
        List<Block.Choice> choices = new ArrayList<>();
        choices.add(choice("approve", Block.Style.PRIMARY));
        if (approval.matter().asked().isPresent()) {
            choices.add(choice("counter", Block.Style.PLAIN));
        }
        choices.add(choice("deny", Block.Style.DANGER));
        return choices;
    }

    /** A quota in a reader's language. */
    static String quota(Quota quota, Words words) {
        return words.say(
                "conversations.approval.quota",
                String.valueOf(quota.storageGi()),
                String.valueOf(quota.cpu()),
                String.valueOf(quota.memoryGi()));
    }

    private Block.Choice choice(String id, Block.Style style) {
        return new Block.Choice(id, say("choice." + id), style);
    }

    private Block.Fact fact(String name, String value) {
        return new Block.Fact(say("fact." + name), value);
    }

    private String name(String username) {
        return username.equals(Approval.POLICY) ? say("policy") : names.apply(username);
    }

    private String say(String key, Object... arguments) {
        return words.say("conversations.approval." + key, arguments);
    }
}
