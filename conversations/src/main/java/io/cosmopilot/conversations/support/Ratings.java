package io.cosmopilot.conversations.support;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Words;
import io.cosmopilot.conversations.turns.Exchange;

/** How people found the help they got: asked when a matter is closed, changed as often as they like. */
@Component
public class Ratings {

    private static final List<String> VERDICTS = List.of("up", "down");

    private final JdbcClient jdbc;

    Ratings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records a press of one of the two buttons. */
    public void press(Exchange exchange, String choice) {
        Words words = exchange.words();
        boolean recorded = VERDICTS.contains(choice)
                && record(exchange.before().id(), choice, exchange.turn().now());
        exchange.reply(
                recorded
                        ? thanks(choice, words)
                        : List.of(new Block.Text(words.say("conversations.desk.rating.none"))));
    }

    /** Asks how it was. */
    void ask(Exchange exchange, String agent) {
        UUID conversation = exchange.before().id();
        Instant now = exchange.turn().now();
        exchange.turn()
                .command(() -> jdbc.sql("""
                        INSERT INTO conversations.rating (conversation, agent, asked_at)
                        VALUES (:conversation, :agent, :now)""")
                        .param("conversation", conversation)
                        .param("agent", agent)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update());
        Words words = exchange.words();
        exchange.reply(
                new Block.Text(words.say("conversations.desk.rating.ask")),
                new Block.Rating(
                        VERDICTS.stream().map(verdict -> choice(verdict, words)).toList()));
    }

    private boolean record(UUID conversation, String verdict, Instant now) {
        return jdbc.sql("""
                        UPDATE conversations.rating SET verdict = :verdict, rated_at = :now
                         WHERE id = (SELECT max(id) FROM conversations.rating WHERE conversation = :conversation)""")
                        .param("verdict", verdict)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("conversation", conversation)
                        .update()
                == 1;
    }

    private static List<Block> thanks(String verdict, Words words) {
        Block thanks = new Block.Text(words.say("conversations.desk.rating." + verdict));
        return verdict.equals("up")
                ? List.of(thanks)
                : List.of(thanks, new Block.Choices(List.of(choice("human", words))));
    }

    private static Block.Choice choice(String id, Words words) {
        return Block.Choice.of(id, words.say("conversations.desk.choice." + id));
    }
}
