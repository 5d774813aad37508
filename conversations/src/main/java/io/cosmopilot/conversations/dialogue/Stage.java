package io.cosmopilot.conversations.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Flows;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Step;
import io.cosmopilot.conversations.engine.Work;
import io.cosmopilot.conversations.turns.Exchange;

/** Moves the flows of a conversation: which is talked about, which waits, which is finished. */
@Component
class Stage {

    private final Flows flows;

    Stage(Flows flows) {
        this.flows = flows;
    }

    /** The flow that is being talked about; empty when idle or when it waits to be resumed. */
    Optional<Draft> active(Exchange exchange) {
        return exchange.paused() ? Optional.empty() : top(exchange);
    }

    Optional<Draft> top(Exchange exchange) {
        List<Draft> stack = exchange.stack();
        return stack.isEmpty() ? Optional.empty() : Optional.of(stack.getLast());
    }

    Optional<Step> standing(Draft draft) {
        return flows.standing(draft);
    }

    void begin(Exchange exchange, String flow, Map<String, String> known) {
        boolean aside = flows.find(flow).filter(Flow::isAside).isPresent() && !exchange.paused();
        exchange.stack().removeIf(flows::isAside);
        exchange.pause(false);
        settle(exchange, flows.begin(exchange.turn(), flow, known), aside);
    }

    /** Gives an input to the flow; false when it was no answer to what was asked. */
    boolean take(Exchange exchange, Draft draft, Input input) {
        Flows.Moved moved = flows.take(exchange.turn(), draft, input);
        if (moved.notMeant()) {
            return false;
        }
        lift(exchange, draft);
        settle(exchange, moved, flows.isAside(draft));
        return true;
    }

    /** More answers for the flow that is talked about, such as from a sentence in the middle of it. */
    void add(Exchange exchange, Draft draft, Map<String, String> known) {
        lift(exchange, draft);
        settle(exchange, flows.add(exchange.turn(), draft, known));
    }

    /** Asks again from the first open question. */
    void go(Exchange exchange, Draft draft) {
        lift(exchange, draft);
        exchange.pause(false);
        settle(exchange, flows.go(exchange.turn(), draft));
    }

    void back(Exchange exchange, Draft draft) {
        Optional<Draft> earlier = flows.back(exchange.turn(), draft);
        if (earlier.isEmpty()) {
            exchange.reply(text(exchange, "conversations.back.first"));
        }
        go(exchange, earlier.orElse(draft));
    }

    /** Changes one answer; false when the flow has none like it. */
    boolean correct(Exchange exchange, Draft draft, Map<String, String> change) {
        Optional<Draft> corrected = flows.correct(exchange.turn(), draft, change);
        corrected.ifPresent(next -> go(exchange, next));
        return corrected.isPresent();
    }

    void help(Exchange exchange, Draft draft) {
        flows.visit(exchange.turn(), draft, (scene, step) -> step.help(scene));
        go(exchange, draft);
    }

    /** Takes the default; false when there is none. */
    boolean skip(Exchange exchange, Draft draft) {
        Optional<Draft> skipped = flows.skip(exchange.turn(), draft);
        skipped.ifPresent(next -> go(exchange, next));
        return skipped.isPresent();
    }

    /** Drops a flow, and stops what it has begun as far as that can be stopped. */
    void drop(Exchange exchange, Draft draft) {
        lift(exchange, draft);
        flows.visit(exchange.turn(), draft, (scene, step) -> {
            if (step instanceof Work work) {
                work.cancel(scene);
            }
        });
    }

    /** Offers to go on with what was interrupted, if anything was. */
    void offerToResume(Exchange exchange) {
        top(exchange).ifPresent(draft -> {
            exchange.pause(true);
            String what = exchange.words().say("conversations.flow." + draft.flow());
            exchange.reply(
                    text(exchange, "conversations.resume.ask", what),
                    new Block.Choices(List.of(
                            choice(exchange, "resume", Block.Style.PRIMARY),
                            choice(exchange, "drop", Block.Style.PLAIN))));
        });
    }

    static Block.Choice choice(Exchange exchange, String id, Block.Style style) {
        return new Block.Choice(id, exchange.words().say("conversations.choice." + id), style);
    }

    static Block text(Exchange exchange, String key, Object... arguments) {
        return new Block.Text(exchange.words().say(key, arguments));
    }

    private static void lift(Exchange exchange, Draft draft) {
        exchange.stack().removeIf(other -> other.id().equals(draft.id()));
        exchange.working().removeIf(other -> other.id().equals(draft.id()));
    }

    private void settle(Exchange exchange, Flows.Moved moved) {
        settle(exchange, moved, false);
    }

    private void settle(Exchange exchange, Flows.Moved moved, boolean aside) {
        Draft draft = moved.draft();
        if (draft == null && aside) {
            exchange.stumbles(0);
            top(exchange).ifPresent(interrupted -> go(exchange, interrupted));
        } else if (draft == null) {
            exchange.stumbles(0);
            offerToResume(exchange);
        } else if (flows.standing(draft).filter(Step::asks).isPresent()) {
            exchange.stumbles(0);
            exchange.pause(false);
            exchange.stack().add(draft);
        } else {
            exchange.working().add(draft);
            offerToResume(exchange);
        }
    }
}
