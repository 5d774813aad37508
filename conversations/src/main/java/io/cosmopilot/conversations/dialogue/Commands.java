package io.cosmopilot.conversations.dialogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Desk.Mode;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Message.Author;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.engine.Step;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Turns;
import io.cosmopilot.conversations.understanding.Word;

/** Obeys the command words, which work at any moment. */
@Component
class Commands {

    private final Stage stage;
    private final Greeting greeting;
    private final People people;
    private final Wishes wishes;
    private final Cancelling cancelling;
    private final Undoing undoing;
    private final Moving moving;
    private final Busy busy;
    private final Turns turns;

    Commands(
            Stage stage,
            Greeting greeting,
            People people,
            Wishes wishes,
            Cancelling cancelling,
            Undoing undoing,
            Moving moving,
            Busy busy,
            Turns turns) {
        this.stage = stage;
        this.greeting = greeting;
        this.people = people;
        this.wishes = wishes;
        this.cancelling = cancelling;
        this.undoing = undoing;
        this.moving = moving;
        this.busy = busy;
        this.turns = turns;
    }

    /** Does what the word says; false when it is for the open question to make sense of it. */
    boolean obey(Exchange exchange, Word word) {
        Optional<Draft> active = stage.active(exchange);
        switch (word) {
            case CANCEL -> cancel(exchange);
            case BACK -> active.ifPresentOrElse(draft -> stage.back(exchange, draft), () -> nothing(exchange));
            case SKIP -> active.ifPresentOrElse(draft -> stage.skip(exchange, draft), () -> nothing(exchange));
            case HELP -> active.ifPresentOrElse(draft -> stage.help(exchange, draft), () -> greeting.help(exchange));
            case REPEAT -> repeat(exchange);
            case RESTART -> restart(exchange);
            case RESUME -> resume(exchange);
            case HERE -> here(exchange);
            case UNDO -> undoing.undo(exchange);
            case HUMAN -> wishes.begin(exchange, "human", Map.of());
            case LANGUAGE_ZH -> language(exchange, Locale.SIMPLIFIED_CHINESE);
            case LANGUAGE_EN -> language(exchange, Locale.ENGLISH);
            case GREETING -> {
                return courtesy(exchange, active, "conversations.greeting.again", () -> greet(exchange));
            }
            case THANKS -> {
                Runnable welcome = () -> exchange.reply(Stage.text(exchange, "conversations.thanks"));
                return courtesy(exchange, active, "conversations.thanks", welcome);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    void cancel(Exchange exchange) {
        if (!cancelling.cancel(exchange)) {
            back(exchange);
        }
    }

    /** Of several flows the person chooses; where there is none, one may be open on another channel. */
    void resume(Exchange exchange) {
        switch (exchange.stack().size()) {
            case 0 -> here(exchange);
            case 1 -> stage.go(exchange, exchange.stack().getFirst());
            default ->
                stage.active(exchange)
                        .ifPresentOrElse(draft -> stage.go(exchange, draft), () -> stage.offerToResume(exchange));
        }
    }

    private void here(Exchange exchange) {
        if (!moving.move(exchange)) {
            stage.top(exchange).ifPresentOrElse(draft -> stage.go(exchange, draft), () -> nothing(exchange));
        }
    }

    private void greet(Exchange exchange) {
        greeting.journey(exchange);
        stage.offerToResume(exchange);
    }

    /** Whoever waits for a person may go on with the bot instead. */
    void back(Exchange exchange) {
        if (exchange.mode() == Mode.WAITING) {
            exchange.handTo(Mode.BOT, null, null);
            exchange.reply(Stage.text(exchange, "conversations.bot.again"));
        } else {
            nothing(exchange);
        }
    }

    private void nothing(Exchange exchange) {
        if (exchange.working().isEmpty()) {
            exchange.reply(Stage.text(exchange, "conversations.nothing"));
        } else {
            busy.tell(exchange);
        }
    }

    /** Says again what was said since the person last spoke. */
    private void repeat(Exchange exchange) {
        List<Message> lately = turns.lately(exchange.before().id());
        if (lately.isEmpty()) {
            stage.active(exchange)
                    .ifPresentOrElse(draft -> stage.go(exchange, draft), () -> greeting.journey(exchange));
        }
        lately.forEach(message -> {
            if (message.author() == Author.BOT) {
                exchange.repeat(message);
            } else {
                exchange.write(message.author(), message.name(), message.blocks());
            }
        });
    }

    /** Begins anew; who the person is and what the audit keeps stay. */
    private void restart(Exchange exchange) {
        List.copyOf(exchange.stack()).forEach(draft -> stage.drop(exchange, draft));
        exchange.pause(false);
        exchange.stumbles(0);
        exchange.wishes(Map.of());
        exchange.failed(null);
        greeting.greet(exchange);
    }

    private void language(Exchange exchange, Locale language) {
        String person = exchange.before().person();
        exchange.turn().command(() -> people.choose(person, language.getLanguage()));
        exchange.speak(language);
        exchange.reply(Stage.text(exchange, "conversations.language"));
        stage.active(exchange).ifPresent(draft -> stage.go(exchange, draft));
    }

    /** In the middle of a flow it is answered shortly, and the question is asked again; free words may mean anything. */
    private boolean courtesy(Exchange exchange, Optional<Draft> active, String key, Runnable idle) {
        Optional<Step> open = active.flatMap(stage::standing);
        if (open.filter(Step::freeText).isPresent()) {
            return false;
        }
        exchange.stumbles(0);
        if (active.isPresent()) {
            exchange.reply(Stage.text(exchange, key));
            stage.go(exchange, active.get());
        } else {
            idle.run();
        }
        return true;
    }

    static Block choices(Exchange exchange, String... ids) {
        return new Block.Choices(List.of(ids).stream()
                .map(id -> Stage.choice(exchange, id, Block.Style.PLAIN))
                .toList());
    }
}
