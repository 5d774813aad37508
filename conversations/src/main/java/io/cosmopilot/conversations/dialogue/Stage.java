package io.cosmopilot.conversations.dialogue;

import java.util.ArrayList;
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

    /** Takes what a sentence says as the answer, where the sentence itself is none; false when that is none either. */
    boolean takeMeant(Exchange exchange, Draft draft, String text, Map<String, String> said) {
        return flows.meant(exchange.turn(), draft, text, said)
                .filter(value -> take(exchange, draft, new Input.Text(value)))
                .isPresent();
    }

    /** Brings news to a flow. A question it leads to does not push aside the one that is being answered. */
    void hear(Exchange exchange, Draft draft, Object report) {
        Optional<Draft> active = active(exchange).filter(other -> !other.id().equals(draft.id()));
        Flows.Moved moved = flows.take(exchange.turn(), draft, new Input.News(report));
        if (moved.notMeant()) {
            return;
        }
        lift(exchange, draft);
        if (active.isEmpty()) {
            settle(exchange, moved);
        } else {
            settleBelow(exchange, moved);
            if (exchange.turn().emissions().stream().anyMatch(said -> said.revises() == null)) {
                go(exchange, active.get());
            }
        }
    }

    /** More answers for the flow that is talked about, from a sentence in the middle of it; false when it takes none. */
    boolean add(Exchange exchange, Draft draft, Map<String, String> known) {
        Flows.Moved moved = flows.add(exchange.turn(), draft, known);
        if (moved.notMeant()) {
            return false;
        }
        lift(exchange, draft);
        settle(exchange, moved);
        return true;
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
        Optional<Flows.Moved> corrected = flows.correct(exchange.turn(), draft, change);
        corrected.ifPresent(moved -> {
            lift(exchange, draft);
            settle(exchange, moved);
        });
        return corrected.isPresent();
    }

    void help(Exchange exchange, Draft draft) {
        flows.visit(exchange.turn(), draft, (scene, step) -> step.help(scene));
        go(exchange, draft);
    }

    /** Takes the default; where there is none, says why it is needed and asks again. */
    void skip(Exchange exchange, Draft draft) {
        Optional<Draft> skipped = flows.skip(exchange.turn(), draft);
        if (skipped.isPresent()) {
            go(exchange, skipped.get());
        } else {
            exchange.reply(text(exchange, "conversations.skip.needed"));
            help(exchange, draft);
        }
    }

    /** What exists already because of the flow, in words. */
    Optional<String> made(Exchange exchange, Draft draft) {
        return flows.made(exchange.turn(), draft);
    }

    /** The work that a flow waits for, if it does. */
    Optional<Work> work(Draft draft) {
        return standing(draft).filter(Work.class::isInstance).map(Work.class::cast);
    }

    /**
     * Brings the flows to today's version of them. What no longer exists is dropped, and said.
     *
     * @return false when the open question is gone, or an answer would no longer do; then the person was told, and
     *     asked where it goes on
     */
    boolean upgrade(Exchange exchange) {
        dropGone(exchange);
        Optional<Draft> before = active(exchange);
        exchange.stack().replaceAll(draft -> flows.upgrade(exchange.turn(), draft));
        Optional<Draft> today = active(exchange);
        if (today.isEmpty()) {
            return true;
        }
        if (standing(today.get()).isEmpty()) {
            land(exchange, today.get());
            return false;
        }
        if (!today.map(Draft::answers).equals(before.map(Draft::answers))) {
            exchange.reply(text(exchange, "conversations.upgrade.answer", name(exchange, today.get())));
            go(exchange, today.get());
            return false;
        }
        return true;
    }

    /** Drops the flows that no longer exist, and says so. */
    void dropGone(Exchange exchange) {
        boolean dropped =
                exchange.stack().removeIf(draft -> flows.find(draft.flow()).isEmpty());
        dropped |= exchange.working().removeIf(draft -> flows.find(draft.flow()).isEmpty());
        if (dropped) {
            exchange.reply(text(exchange, "conversations.upgrade.gone"));
        }
    }

    /** Says that a step is gone, and goes on with what is open now. */
    void land(Exchange exchange, Draft draft) {
        exchange.reply(text(exchange, "conversations.upgrade.step", name(exchange, draft)));
        go(exchange, draft);
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

    /** Offers to go on with what was interrupted, if anything was; of several, the person chooses. */
    void offerToResume(Exchange exchange) {
        List<Draft> stack = exchange.stack();
        if (stack.isEmpty()) {
            return;
        }
        exchange.pause(true);
        if (stack.size() == 1) {
            exchange.reply(
                    text(exchange, "conversations.resume.ask", name(exchange, stack.getFirst())),
                    new Block.Choices(List.of(
                            choice(exchange, "resume", Block.Style.PRIMARY),
                            choice(exchange, "drop", Block.Style.PLAIN))));
        } else {
            exchange.reply(text(exchange, "conversations.resume.several"), new Block.Choices(interrupted(exchange)));
        }
    }

    /** The latest first; the number in the id counts from the earliest, so that it stays the same. */
    private List<Block.Choice> interrupted(Exchange exchange) {
        List<Block.Choice> choices = new ArrayList<>();
        List<Draft> stack = exchange.stack();
        for (int number = stack.size(); number > 0; number--) {
            choices.add(Block.Choice.of("resume:" + number, label(exchange, stack.get(number - 1))));
        }
        choices.add(choice(exchange, "later", Block.Style.PLAIN));
        return choices;
    }

    private String label(Exchange exchange, Draft draft) {
        String name = name(exchange, draft);
        return flows.subject(draft, "action")
                .map(subject -> exchange.words().say("conversations.resume.label", name, subject))
                .orElse(name);
    }

    static String name(Exchange exchange, Draft draft) {
        return exchange.words().say("conversations.flow." + draft.flow());
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

    private void settleBelow(Exchange exchange, Flows.Moved moved) {
        remember(exchange, moved);
        Draft draft = moved.draft();
        if (draft == null) {
            return;
        }
        if (standing(draft).filter(Step::asks).isPresent()) {
            exchange.stack().add(exchange.stack().size() - 1, draft);
        } else {
            exchange.working().add(draft);
        }
    }

    private void remember(Exchange exchange, Flows.Moved moved) {
        Draft ended = moved.ended();
        if (ended != null && flows.acted(ended)) {
            exchange.done(ended);
        }
    }

    private void settle(Exchange exchange, Flows.Moved moved) {
        settle(exchange, moved, false);
    }

    private void settle(Exchange exchange, Flows.Moved moved, boolean aside) {
        Draft draft = moved.draft();
        remember(exchange, moved);
        if (draft == null && aside) {
            exchange.stumbles(0);
            top(exchange).ifPresent(interrupted -> go(exchange, interrupted));
        } else if (draft == null) {
            exchange.stumbles(0);
            offerToResume(exchange);
        } else if (flows.standing(draft).filter(Step::asks).isPresent()) {
            exchange.stumbles(0);
            exchange.pause(false);
            // Who says it again, or says more about it, does not want it twice.
            exchange.stack().removeIf(draft::covers);
            exchange.stack().add(draft);
        } else {
            // What was interrupted is offered again once this has ended, not each time it waits.
            exchange.pause(true);
            exchange.working().add(draft);
        }
    }
}
