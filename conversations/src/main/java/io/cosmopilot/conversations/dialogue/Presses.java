package io.cosmopilot.conversations.dialogue;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.approvals.ApprovalButtons;
import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.engine.Flows;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.support.Ratings;
import io.cosmopilot.conversations.turns.Choices;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Snapshot;
import io.cosmopilot.conversations.turns.Turns;

/** Answers buttons and forms. No press is ever ignored silently, however old the message is. */
@Component
class Presses {

    /** Deeds that have buttons of their own: {@code scale:blog}. */
    private static final Set<String> DEEDS =
            Set.of("scale", "restart", "upgrade", "rollback", "edit", "stop", "start", "delete", "undo");

    private static final Set<String> SETTLING = Set.of("drop", "abandon", "reverse", "later", "wait", "leave");

    private final Stage stage;
    private final Flows flows;
    private final Wishes wishes;
    private final Commands commands;
    private final Greeting greeting;
    private final ApprovalButtons approvals;
    private final Ratings ratings;
    private final Cancelling cancelling;
    private final Undoing undoing;
    private final Turns turns;

    Presses(
            Stage stage,
            Flows flows,
            Wishes wishes,
            Commands commands,
            Greeting greeting,
            ApprovalButtons approvals,
            Ratings ratings,
            Cancelling cancelling,
            Undoing undoing,
            Turns turns) {
        this.stage = stage;
        this.flows = flows;
        this.wishes = wishes;
        this.commands = commands;
        this.greeting = greeting;
        this.approvals = approvals;
        this.ratings = ratings;
        this.cancelling = cancelling;
        this.undoing = undoing;
        this.turns = turns;
    }

    void answer(Exchange exchange, Incoming.Chose chose, @Nullable Message message) {
        if (message == null || !shows(message, chose.choice())) {
            exchange.reply(Stage.text(exchange, "conversations.choice.unknown"));
            askAgain(exchange);
            return;
        }
        Optional<Block> special = message.blocks().stream()
                .filter(block -> block instanceof Block.Request || block instanceof Block.Rating)
                .findFirst();
        if (special.isPresent()) {
            special(exchange, special.get(), chose.choice());
        } else if (isOffered(exchange, chose.seq())) {
            press(exchange, chose.choice());
        } else if (!waiting(exchange, chose, message) && !global(exchange, chose.choice())) {
            stale(exchange);
        }
    }

    /** A question that is open, but is not the one being talked about, or that was asked again since. */
    private boolean waiting(Exchange exchange, Incoming.Chose chose, Message message) {
        return exchange.stack().stream()
                .filter(draft -> draft.isAskedIn(chose.seq()) || isSame(exchange, draft, message, chose.choice()))
                .findFirst()
                .filter(draft -> stage.take(exchange, draft, new Input.Pick(chose.choice())))
                .isPresent();
    }

    /** An earlier copy counts as well; of something to confirm, only when it says the same. */
    private boolean isSame(Exchange exchange, Draft draft, Message message, String choice) {
        if (!draft.flow().equals(message.flow()) || !draft.step().equals(message.step())) {
            return false;
        }
        boolean question =
                stage.standing(draft).filter(Question.class::isInstance).isPresent();
        return draft.asked()
                .mapToObj(seq -> turns.find(exchange.before().id(), seq))
                .flatMap(Optional::stream)
                .anyMatch(latest -> latest.blocks().equals(message.blocks()) || (question && shows(latest, choice)));
    }

    private static Optional<Draft> asking(Exchange exchange, long seq) {
        return exchange.stack().stream().filter(draft -> draft.isAskedIn(seq)).findFirst();
    }

    void answer(Exchange exchange, Incoming.Submitted submitted) {
        Optional<Draft> asking = asking(exchange, submitted.seq());
        if (asking.filter(draft -> stage.take(exchange, draft, new Input.Fields(submitted.fields())))
                .isEmpty()) {
            stale(exchange);
        }
    }

    /** A form that was filled in before a fault of ours. */
    void submit(Exchange exchange, Map<String, String> fields) {
        if (stage.active(exchange)
                .filter(draft -> stage.take(exchange, draft, new Input.Fields(fields)))
                .isEmpty()) {
            stale(exchange);
        }
    }

    /** A button of the latest offer, pressed or typed. */
    void press(Exchange exchange, String choice) {
        Optional<Draft> active = stage.active(exchange);
        boolean taken = active.isPresent() && stage.take(exchange, active.get(), new Input.Pick(choice));
        if (!taken && !global(exchange, choice)) {
            stale(exchange);
        }
    }

    /**
     * Presses a button of the request that is waited for, when its label was typed: the card may be far above.
     *
     * @return whether that is what was typed
     */
    boolean onRequest(Exchange exchange, String text) {
        Optional<String> choice = ApprovalButtons.OF_WHO_ASKS.stream()
                .filter(id -> exchange.words()
                        .say("conversations.approval.choice." + id)
                        .equalsIgnoreCase(text.strip()))
                .findFirst();
        Optional<String> approval = exchange.working().reversed().stream()
                .map(draft -> draft.answers().get("approval"))
                .filter(Objects::nonNull)
                .findFirst();
        if (choice.isEmpty() || approval.isEmpty()) {
            return false;
        }
        approvals.press(exchange, approval.get(), choice.get());
        return true;
    }

    private void special(Exchange exchange, Block block, String choice) {
        if (block instanceof Block.Request request) {
            approvals
                    .press(exchange, request.approval(), choice)
                    .ifPresent(known -> stage.begin(exchange, "decision", known));
        } else {
            ratings.press(exchange, choice);
        }
    }

    /** Buttons that mean the same wherever they stand. */
    private boolean global(Exchange exchange, String choice) {
        if (settles(exchange, choice)) {
            return true;
        }
        switch (choice) {
            case "cancel" -> commands.cancel(exchange);
            case "resume" -> commands.resume(exchange);
            case "bot" -> commands.back(exchange);
            case "help" -> greeting.help(exchange);
            case "journey" -> greeting.journey(exchange);
            case "back" -> stage.active(exchange).ifPresent(draft -> stage.back(exchange, draft));
            default -> {
                return begin(exchange, choice);
            }
        }
        return true;
    }

    /** Answers to what the bot asked outside any flow; a second time they are settled. */
    private boolean settles(Exchange exchange, String choice) {
        Snapshot.Offer offer = exchange.offer();
        boolean asked = offer != null
                && offer.choices().stream().anyMatch(one -> one.id().equals(choice));
        if (!asked || !SETTLING.contains(choice)) {
            return false;
        }
        exchange.settled();
        switch (choice) {
            case "drop" -> {
                if (!cancelling.cancelInterrupted(exchange)) {
                    stale(exchange);
                }
            }
            case "abandon" -> cancelling.abandon(exchange);
            case "reverse" -> undoing.reverse(exchange);
            case "later" -> exchange.reply(Stage.text(exchange, "conversations.resume.later"));
            case "wait" -> exchange.reply(Stage.text(exchange, "conversations.cancel.kept"));
            default -> exchange.reply(Stage.text(exchange, "conversations.no"));
        }
        return true;
    }

    /** {@code deploy} begins a flow, {@code template:wordpress}, {@code status:blog} and {@code guide:naming} begin it with an answer. */
    private boolean begin(Exchange exchange, String choice) {
        int colon = choice.indexOf(':');
        String flow = colon < 0 ? choice : choice.substring(0, colon);
        if (flow.equals("resume")) {
            return resume(exchange, choice.substring(colon + 1));
        }
        if (flow.equals("template") && colon > 0) {
            wishes.begin(exchange, "deploy", Map.of("template", choice.substring(colon + 1)));
            return true;
        }
        if (DEEDS.contains(flow) && colon > 0) {
            wishes.begin(exchange, "manage", Map.of("action", flow, "application", choice.substring(colon + 1)));
            return true;
        }
        if (exchange.isWished(choice)) {
            Map<String, String> wished = exchange.wished(choice);
            exchange.wishes(Map.of());
            wishes.begin(exchange, Wishes.flowOf(choice), wished);
            return true;
        }
        if (flows.find(flow).isEmpty()) {
            return false;
        }
        wishes.begin(exchange, flow, colon < 0 ? Map.of() : known(flow, choice.substring(colon + 1)));
        exchange.wishes(Map.of());
        return true;
    }

    /** {@code blog}, or {@code action=delete;image=shop}. */
    private static Map<String, String> known(String flow, String said) {
        if (said.indexOf('=') < 0) {
            return Map.of(flow.equals("guide") ? "article" : "application", said);
        }
        Map<String, String> known = new HashMap<>();
        for (String pair : said.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                known.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return known;
    }

    /** One of several that were interrupted, counted from the earliest. */
    private boolean resume(Exchange exchange, String number) {
        int index = number.matches("\\d{1,3}") ? Integer.parseInt(number) - 1 : -1;
        if (index < 0 || index >= exchange.stack().size()) {
            return false;
        }
        stage.go(exchange, exchange.stack().get(index));
        return true;
    }

    void stale(Exchange exchange) {
        exchange.reply(Stage.text(exchange, "conversations.choice.stale"));
        askAgain(exchange);
    }

    private void askAgain(Exchange exchange) {
        stage.active(exchange).ifPresent(draft -> stage.go(exchange, draft));
    }

    private static boolean shows(Message message, String choice) {
        return Choices.of(message.blocks()).stream()
                .anyMatch(offered -> offered.id().equals(choice));
    }

    private static boolean isOffered(Exchange exchange, long seq) {
        Snapshot.Offer offer = exchange.offer();
        return offer != null && offer.seq() == seq;
    }
}
