package io.cosmopilot.conversations.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Desk.Mode;
import io.cosmopilot.conversations.Message.Author;
import io.cosmopilot.conversations.support.Waits.Wait;
import io.cosmopilot.conversations.turns.Audit;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Turns;

/** Sees to it that nobody waits for a person without hearing of it, and that the agents hear of it too. */
@Component
class HelpClock {

    private static final Logger log = LoggerFactory.getLogger(HelpClock.class);
    private static final String CLOCK = "clock";

    private final Turns turns;
    private final Waits waits;
    private final Presence presence;
    private final CallTexts texts;
    private final HelpRules rules;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HelpClock(
            Turns turns,
            Waits waits,
            Presence presence,
            CallTexts texts,
            HelpRules rules,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.turns = turns;
        this.waits = waits;
        this.presence = presence;
        this.texts = texts;
        this.rules = rules;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The longest waits first: who has waited for a day does not hear of the first quarter of an hour as well. */
    void look() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        waits.since(now.minus(rules.release()), Mode.AGENT, 2)
                .forEach(wait -> once(wait, 2, exchange -> release(exchange, wait)));
        waits.since(now.minus(rules.answer()), Mode.AGENT, 1)
                .forEach(wait -> once(wait, 1, exchange -> overdue(exchange, wait, 1)));
        for (int times = rules.raise().size(); times > 0; times--) {
            int raised = times;
            waits.since(now.minus(rules.raise().get(times - 1)), Mode.WAITING, times)
                    .forEach(wait -> once(wait, raised, exchange -> raise(exchange, wait, raised)));
        }
    }

    private void raise(Exchange exchange, Wait wait, int times) {
        String key = presence.anybodyFor(exchange.before().person()) ? "called" : "ticket";
        Block.Text told = new Block.Text(exchange.words()
                .say(
                        "conversations.help.still." + key,
                        Span.say(waited(exchange, wait), exchange.words()),
                        waits.place(wait)));
        exchange.reply(exchange.stack().isEmpty() ? List.of(told, goOn(exchange)) : List.of(told));
        overdue(exchange, wait, times);
    }

    /** What could be pressed before stays so while a question of the bot is open. */
    private static Block goOn(Exchange exchange) {
        return new Block.Choices(
                List.of(Block.Choice.of("bot", exchange.words().say("conversations.human.choice.bot"))));
    }

    private void release(Exchange exchange, Wait wait) {
        String agent = Objects.requireNonNullElse(exchange.before().agent(), "");
        exchange.handTo(Mode.WAITING, null, exchange.before().topic());
        String line = exchange.words()
                .say(
                        "conversations.help.released",
                        texts.name(agent),
                        Span.say(waited(exchange, wait), exchange.words()));
        exchange.write(Author.SYSTEM, exchange.words().say("conversations.bot.name"), List.of(new Block.Text(line)));
        exchange.turn()
                .command(() ->
                        audit.write(CLOCK, "desk.released", wait.conversation().toString(), agent));
    }

    private void overdue(Exchange exchange, Wait wait, int times) {
        HelpOverdue overdue = new HelpOverdue(
                wait.conversation() + "/" + wait.since() + "/" + times,
                wait.conversation().toString(),
                exchange.before().person(),
                exchange.before().agent(),
                exchange.before().topic(),
                waited(exchange, wait));
        exchange.turn().command(() -> {
            waits.raised(wait, times);
            events.publishEvent(overdue);
        });
    }

    private static Duration waited(Exchange exchange, Wait wait) {
        return Duration.between(wait.since(), exchange.turn().now());
    }

    /** Whoever was answered in between does not wait. One conversation that fails does not keep the others waiting. */
    private void once(Wait wait, int times, Consumer<Exchange> play) {
        UUID conversation = wait.conversation();
        try {
            turns.take(conversation, "help:" + wait.since() + ":" + times, exchange -> {
                if (waits.of(conversation)
                        .filter(still -> still.since().equals(wait.since()) && still.raised() < times)
                        .isPresent()) {
                    play.accept(exchange);
                }
            });
        } catch (Turns.Failed e) {
            log.error("turn {} of conversation {} failed", e.id(), conversation, e);
        }
    }
}
