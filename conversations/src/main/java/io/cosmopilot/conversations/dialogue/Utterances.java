package io.cosmopilot.conversations.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Uploads;
import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Step;
import io.cosmopilot.conversations.turns.Choices;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Snapshot;
import io.cosmopilot.conversations.understanding.Meaning;
import io.cosmopilot.conversations.understanding.Recogniser;

/**
 * Answers what is typed: a command word, a button's label, an answer to the open question, a wish, or something that
 * was not understood - in this order, but that nothing but a command interrupts a free text.
 */
@Component
class Utterances {

    private static final Pattern YAML = Pattern.compile("(?i).*\\.ya?ml");
    private static final Pattern ARCHIVE = Pattern.compile("(?i).*\\.(zip|tgz|tar\\.gz|tar|war|jar)");

    private final Recogniser recogniser;
    private final LiveNames names;
    private final Stage stage;
    private final Commands commands;
    private final Presses presses;
    private final Wishes wishes;
    private final Stumbles stumbles;
    private final Uploads uploads;

    Utterances(
            Recogniser recogniser,
            LiveNames names,
            Stage stage,
            Commands commands,
            Presses presses,
            Wishes wishes,
            Stumbles stumbles,
            Uploads uploads) {
        this.recogniser = recogniser;
        this.names = names;
        this.stage = stage;
        this.commands = commands;
        this.presses = presses;
        this.wishes = wishes;
        this.stumbles = stumbles;
        this.uploads = uploads;
    }

    void answer(Exchange exchange, String text) {
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
            idle(exchange, meaning);
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

    private boolean pressed(Exchange exchange, String text) {
        Snapshot.Offer offer = exchange.offer();
        List<String> meant = offer == null
                ? List.of()
                : Choices.typed(offer.choices(), text).stream()
                        .map(choice -> choice.id())
                        .toList();
        meant.forEach(choice -> presses.press(exchange, choice));
        return !meant.isEmpty();
    }

    private void inFlow(Exchange exchange, Draft draft, String text, Meaning meaning) {
        boolean free = stage.standing(draft).filter(Step::freeText).isPresent();
        if (!free && meaning instanceof Meaning.Correction correction && corrected(exchange, draft, correction)) {
            return;
        }
        if (!free && meaning instanceof Meaning.Wish wish && wishes.addTo(exchange, draft, wish.intents())) {
            return;
        }
        if (stage.take(exchange, draft, new Input.Text(text))) {
            return;
        }
        if (meaning instanceof Meaning.Wish wish) {
            wishes.grant(exchange, wish.intents());
        } else {
            stumbles.in(exchange, draft);
        }
    }

    private boolean corrected(Exchange exchange, Draft draft, Meaning.Correction correction) {
        String slot = correction.slot();
        return stage.correct(exchange, draft, Map.of(slot == null ? "" : slot, correction.value()));
    }

    private void idle(Exchange exchange, Meaning meaning) {
        if (meaning instanceof Meaning.Wish wish) {
            exchange.stumbles(0);
            wishes.grant(exchange, wish.intents());
        } else {
            stumbles.idle(exchange);
        }
    }
}
