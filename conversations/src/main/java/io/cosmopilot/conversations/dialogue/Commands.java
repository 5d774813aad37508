package io.cosmopilot.conversations.dialogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Desk.Mode;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.understanding.Word;

/** Obeys the command words, which work at any moment. */
@Component
class Commands {

    private final Stage stage;
    private final Greeting greeting;
    private final People people;

    Commands(Stage stage, Greeting greeting, People people) {
        this.stage = stage;
        this.greeting = greeting;
        this.people = people;
    }

    /** Does what the word says; false when it is for the open question to make sense of it. */
    boolean obey(Exchange exchange, Word word) {
        Optional<Draft> active = stage.active(exchange);
        switch (word) {
            case CANCEL -> cancel(exchange);
            case BACK -> active.ifPresentOrElse(draft -> stage.back(exchange, draft), () -> nothing(exchange));
            case SKIP -> active.ifPresentOrElse(draft -> skip(exchange, draft), () -> nothing(exchange));
            case HELP -> active.ifPresentOrElse(draft -> stage.help(exchange, draft), () -> greeting.help(exchange));
            case REPEAT -> repeat(exchange);
            case RESTART -> restart(exchange);
            case RESUME -> resume(exchange);
            case HUMAN -> stage.begin(exchange, "human", Map.of());
            case LANGUAGE_ZH -> language(exchange, Locale.SIMPLIFIED_CHINESE);
            case LANGUAGE_EN -> language(exchange, Locale.ENGLISH);
            case GREETING -> {
                return idle(exchange, active, () -> greeting.journey(exchange));
            }
            case THANKS -> {
                return idle(exchange, active, () -> exchange.reply(Stage.text(exchange, "conversations.thanks")));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Drops what is being talked about; otherwise what is being worked on. */
    void cancel(Exchange exchange) {
        Optional<Draft> dropped = stage.top(exchange)
                .or(() -> exchange.working().isEmpty()
                        ? Optional.empty()
                        : Optional.of(exchange.working().getLast()));
        if (dropped.isEmpty()) {
            back(exchange);
            return;
        }
        String what = exchange.words().say("conversations.flow." + dropped.get().flow());
        boolean asking = stage.top(exchange).isPresent();
        if (asking) {
            exchange.reply(Stage.text(exchange, "conversations.cancelled", what));
        }
        stage.drop(exchange, dropped.get());
        exchange.pause(false);
        stage.offerToResume(exchange);
    }

    void resume(Exchange exchange) {
        stage.top(exchange).ifPresentOrElse(draft -> stage.go(exchange, draft), () -> nothing(exchange));
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
        exchange.reply(Stage.text(exchange, "conversations.nothing"));
    }

    private void skip(Exchange exchange, Draft draft) {
        if (!stage.skip(exchange, draft)) {
            exchange.reply(Stage.text(exchange, "conversations.skip.needed"));
            stage.go(exchange, draft);
        }
    }

    private void repeat(Exchange exchange) {
        stage.top(exchange).ifPresentOrElse(draft -> stage.go(exchange, draft), () -> greeting.journey(exchange));
    }

    private void restart(Exchange exchange) {
        List.copyOf(exchange.stack()).forEach(draft -> stage.drop(exchange, draft));
        exchange.pause(false);
        exchange.stumbles(0);
        greeting.greet(exchange);
    }

    private void language(Exchange exchange, Locale language) {
        String person = exchange.before().person();
        exchange.turn().command(() -> people.choose(person, language.getLanguage()));
        exchange.speak(language);
        exchange.reply(Stage.text(exchange, "conversations.language"));
        stage.active(exchange).ifPresent(draft -> stage.go(exchange, draft));
    }

    private static boolean idle(Exchange exchange, Optional<Draft> active, Runnable answer) {
        if (active.isPresent()) {
            return false;
        }
        exchange.stumbles(0);
        answer.run();
        return true;
    }

    static Block choices(Exchange exchange, String... ids) {
        return new Block.Choices(List.of(ids).stream()
                .map(id -> Stage.choice(exchange, id, Block.Style.PLAIN))
                .toList());
    }
}
