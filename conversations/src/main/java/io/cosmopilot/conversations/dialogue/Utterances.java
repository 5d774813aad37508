package io.cosmopilot.conversations.dialogue;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Desk.Mode;
import io.cosmopilot.conversations.Uploads;
import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Step;
import io.cosmopilot.conversations.guide.Guide;
import io.cosmopilot.conversations.turns.Choices;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Snapshot;
import io.cosmopilot.conversations.understanding.Meaning;
import io.cosmopilot.conversations.understanding.Recogniser;
import io.cosmopilot.conversations.understanding.Word;

/**
 * Answers what is typed: a command word, a button's label, an answer to the open question, a wish, or something that
 * was not understood - in this order, but that nothing but a command interrupts a free text.
 */
@Component
class Utterances {

    private static final Pattern YAML = Pattern.compile("(?i).*\\.ya?ml");
    private static final Pattern ARCHIVE = Pattern.compile("(?i).*\\.(zip|tgz|tar\\.gz|tar|war|jar)");
    private static final Pattern PATHS = Pattern.compile("/[^\\s,，、;；]*(?:[\\s,，、;；]+/[^\\s,，、;；]*)*");
    private static final Set<String> DECLINING = Set.of("drop", "later", "leave", "wait", "down");

    private final Recogniser recogniser;
    private final LiveNames names;
    private final Stage stage;
    private final Commands commands;
    private final Presses presses;
    private final Wishes wishes;
    private final Stumbles stumbles;
    private final Uploads uploads;
    private final Guide guide;

    Utterances(
            Recogniser recogniser,
            LiveNames names,
            Stage stage,
            Commands commands,
            Presses presses,
            Wishes wishes,
            Stumbles stumbles,
            Uploads uploads,
            Guide guide) {
        this.recogniser = recogniser;
        this.names = names;
        this.stage = stage;
        this.commands = commands;
        this.presses = presses;
        this.wishes = wishes;
        this.stumbles = stumbles;
        this.uploads = uploads;
        this.guide = guide;
    }

    void answer(Exchange exchange, String text) {
        if (labelled(exchange, text) || presses.onRequest(exchange, text)) {
            return;
        }
        Meaning meaning = recogniser.understand(text, names.of(exchange));
        if (meaning instanceof Meaning.Command command && commands.obey(exchange, command.word())) {
            return;
        }
        if (pressed(exchange, text)) {
            return;
        }
        Optional<Draft> active = stage.active(exchange);
        if (active.isPresent()) {
            inFlow(exchange, active.get(), text, meaning);
        } else {
            idle(exchange, text, meaning);
        }
    }

    /** A file is an answer to the open question, or says by its name what it is for. */
    void attached(Exchange exchange, String upload, String text) {
        String name = uploads.find(exchange.before().person(), upload)
                .map(Uploads.Upload::name)
                .orElse("");
        Input.File file = new Input.File(upload, name, text);
        Optional<Draft> active = stage.active(exchange);
        if (active.isPresent() && stage.take(exchange, active.get(), file)) {
            return;
        }
        if (YAML.matcher(name).matches()) {
            wishes.begin(exchange, "deploy", Map.of("way", "yaml"));
            stage.active(exchange).ifPresent(draft -> stage.take(exchange, draft, file));
        } else if (ARCHIVE.matcher(name).matches()) {
            wishes.begin(exchange, "build", Map.of("upload", upload));
        } else {
            answer(exchange, text);
        }
    }

    /** Takes again what a fault of ours left undone. */
    void again(Exchange exchange) {
        exchange.failed().ifPresentOrElse(attempt -> again(exchange, attempt), () -> presses.stale(exchange));
    }

    private void again(Exchange exchange, Snapshot.Attempt attempt) {
        String said = attempt.said();
        String choice = attempt.choice();
        Map<String, String> fields = attempt.fields();
        if (said != null) {
            answer(exchange, said);
        } else if (choice != null) {
            presses.press(exchange, choice);
        } else if (fields != null) {
            presses.submit(exchange, fields);
        }
    }

    /** What a button says presses it, even where the words are a command as well: "undo it". */
    private boolean labelled(Exchange exchange, String text) {
        Snapshot.Offer offer = exchange.offer();
        Optional<String> meant = offer == null
                ? Optional.empty()
                : offer.choices().stream()
                        .filter(choice -> text.strip().equalsIgnoreCase(choice.label()))
                        .map(Block.Choice::id)
                        .findFirst();
        meant.ifPresent(choice -> press(exchange, choice));
        return meant.isPresent();
    }

    private boolean pressed(Exchange exchange, String text) {
        Snapshot.Offer offer = exchange.offer();
        Optional<String> meant = offer == null
                ? Optional.empty()
                : Choices.typed(offer.choices(), text).map(choice -> choice.id());
        meant.ifPresent(choice -> press(exchange, choice));
        return meant.isPresent();
    }

    private void press(Exchange exchange, String choice) {
        if (choice.equals("again")) {
            again(exchange);
        } else {
            presses.press(exchange, choice);
        }
    }

    /** Free words are expected: a sentence does not interrupt, only what is unmistakably for the bot. */
    private void inFlow(Exchange exchange, Draft draft, String text, Meaning meaning) {
        if (settledByMoreThanAYes(exchange, draft, meaning)) {
            return;
        }
        Optional<Step> step = stage.standing(draft);
        if (gaveUp(exchange, step, meaning)) {
            return;
        }
        boolean slash = text.strip().startsWith("/")
                && !(step.filter(Step::literal).isPresent()
                        && PATHS.matcher(text.strip()).matches());
        boolean free = step.filter(Step::freeText).isPresent() && !slash;
        if (!free && meaning instanceof Meaning.Correction correction && corrected(exchange, draft, correction)) {
            return;
        }
        if (!free && meaning instanceof Meaning.Wish wish && wishes.addTo(exchange, draft, wish.intents())) {
            return;
        }
        if (slash && meaning instanceof Meaning.Wish wish) {
            wishes.grant(exchange, wish.intents());
            return;
        }
        if (free && suggested(exchange, draft, meaning)) {
            return;
        }
        if (free && stage.takeMeant(exchange, draft, text, said(draft, meaning))) {
            return;
        }
        if (stage.take(exchange, draft, new Input.Text(text))
                || decided(exchange, draft, meaning)
                || agreed(exchange, meaning)) {
            return;
        }
        if (!free && meaning instanceof Meaning.Wish wish) {
            wishes.grant(exchange, wish.intents());
        } else {
            stumbles.in(exchange, draft);
        }
    }

    /** What was asked last is which of several things was meant: a yes to that confirms nothing that was asked before. */
    private boolean settledByMoreThanAYes(Exchange exchange, Draft draft, Meaning meaning) {
        if (!wishes.areAsked(exchange) || !(meaning instanceof Meaning.Command command)) {
            return false;
        }
        switch (command.word()) {
            case YES -> wishes.askAgain(exchange);
            case NO -> {
                exchange.wishes(Map.of());
                stage.go(exchange, draft);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What a sentence says about the flow that is talked about. */
    private static Map<String, String> said(Draft draft, Meaning meaning) {
        if (meaning instanceof Meaning.Correction correction) {
            String slot = correction.slot();
            return Map.of(slot == null ? "" : slot, correction.value());
        }
        return meaning instanceof Meaning.Wish wish
                        && wish.intents().size() == 1
                        && wish.intents().getFirst().name().equals(draft.flow())
                ? wish.intents().getFirst().slots()
                : Map.of();
    }

    /** However a yes or a no is said, the open question takes it as its own, if it has one. */
    private boolean decided(Exchange exchange, Draft draft, Meaning meaning) {
        return meaning instanceof Meaning.Command command
                && (command.word() == Word.YES || command.word() == Word.NO)
                && stage.take(
                        exchange, draft, new Input.Pick(command.word().name().toLowerCase(Locale.ROOT)));
    }

    /** A no is the end where the question says so, or offers it by a button. */
    private boolean gaveUp(Exchange exchange, Optional<Step> step, Meaning meaning) {
        if (!(meaning instanceof Meaning.Command command) || command.word() != Word.NO) {
            return false;
        }
        Snapshot.Offer offer = exchange.offer();
        boolean offered = offer != null
                && offer.choices().stream().anyMatch(choice -> choice.id().equals("cancel"));
        boolean declinable = step.filter(Question.class::isInstance)
                .map(Question.class::cast)
                .filter(Question::isDeclinable)
                .isPresent();
        if (offered || declinable) {
            commands.cancel(exchange);
        }
        return offered || declinable;
    }

    /** A yes to a question that makes one proposal takes the proposal, and is not the answer itself. */
    private boolean suggested(Exchange exchange, Draft draft, Meaning meaning) {
        Snapshot.Offer offer = exchange.offer();
        if (offer == null
                || offer.choices().size() != 1
                || !draft.isAskedIn(offer.seq())
                || !(meaning instanceof Meaning.Command command)
                || command.word() != Word.YES) {
            return false;
        }
        presses.press(exchange, offer.choices().getFirst().id());
        return true;
    }

    /** A yes presses the button that the question recommends. */
    private boolean agreed(Exchange exchange, Meaning meaning) {
        Snapshot.Offer offer = exchange.offer();
        if (offer == null || !(meaning instanceof Meaning.Command command) || command.word() != Word.YES) {
            return false;
        }
        Optional<String> recommended = offer.choices().stream()
                .filter(choice -> choice.style() == Block.Style.PRIMARY)
                .map(Block.Choice::id)
                .filter(id -> id.indexOf(':') < 0)
                .findFirst();
        recommended.ifPresent(choice -> press(exchange, choice));
        return recommended.isPresent();
    }

    /** A no presses the button that declines; where there is none, nothing is pressed. */
    private boolean declined(Exchange exchange, Meaning meaning) {
        if (!(meaning instanceof Meaning.Command command) || command.word() != Word.NO) {
            return false;
        }
        Snapshot.Offer offer = exchange.offer();
        Optional<String> declining = offer == null
                ? Optional.empty()
                : offer.choices().stream()
                        .map(Block.Choice::id)
                        .filter(DECLINING::contains)
                        .findFirst();
        declining.ifPresentOrElse(
                choice -> presses.press(exchange, choice),
                () -> exchange.reply(Stage.text(exchange, "conversations.no")));
        return true;
    }

    private boolean corrected(Exchange exchange, Draft draft, Meaning.Correction correction) {
        String slot = correction.slot();
        return stage.correct(exchange, draft, Map.of(slot == null ? "" : slot, correction.value()));
    }

    /** What is no wish may be a question about the platform all the same. */
    private void idle(Exchange exchange, String text, Meaning meaning) {
        if (meaning instanceof Meaning.Wish wish) {
            exchange.stumbles(0);
            wishes.grant(exchange, wish.intents());
        } else if (agreed(exchange, meaning) || declined(exchange, meaning)) {
            return;
        } else if (meaning instanceof Meaning.Unknown && exchange.mode() == Mode.BOT && guide.knows(text)) {
            exchange.stumbles(0);
            wishes.begin(exchange, "guide", Map.of("question", text));
        } else {
            stumbles.idle(exchange);
        }
    }
}
