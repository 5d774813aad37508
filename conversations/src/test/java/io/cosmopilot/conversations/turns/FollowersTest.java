package io.cosmopilot.conversations.turns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Message.Author;

import static org.assertj.core.api.Assertions.assertThat;

class FollowersTest {

    private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

    private final UUID conversation = UUID.randomUUID();
    private final Written past = new Written(conversation, 0, List.of(message(1)));
    private final KeptLedger ledger = new KeptLedger();
    private final Followers followers = new Followers(ledger);
    private final List<Long> told = new ArrayList<>();
    private boolean broken;

    FollowersTest() {
        ledger.keep(past);
        followers.follow(conversation.toString(), this::tell);
        told.clear();
        ledger.reads = 0;
    }

    @Test
    void whatThisReplicaWroteIsToldWithoutReadingIt() {
        followers.written(ledger.keep(turn(1, 2, 3)));
        followers.written(conversation, 2);

        assertThat(told).containsExactly(2L, 3L);
        assertThat(ledger.reads).isZero();
    }

    @Test
    void whatAnotherReplicaWroteInBetweenIsReadFirst() {
        ledger.keep(turn(1, 2));
        followers.written(ledger.keep(turn(2, 3)));
        followers.written(conversation, 2);
        followers.written(conversation, 3);

        assertThat(told).containsExactly(2L, 3L);
        assertThat(ledger.reads).isOne();
    }

    @Test
    void whatIsHeardLateIsNotToldAgain() {
        Written turn = ledger.keep(turn(1, 2));
        followers.written(conversation, 2);
        followers.written(turn);

        assertThat(told).containsExactly(2L);
    }

    @Test
    void whatWasRevisedIsReadForItsRevision() {
        ledger.keep(turn(1, 2));
        followers.written(new Written(conversation, 1, List.of()));

        assertThat(told).containsExactly(2L);
    }

    @Test
    void whoFailsToTakeATurnIsToldByItsNotification() {
        broken = true;
        followers.written(ledger.keep(turn(1, 2)));
        broken = false;
        followers.written(conversation, 2);

        assertThat(told).containsExactly(2L);
    }

    private void tell(Message message) {
        if (broken) {
            throw new IllegalStateException("no line");
        }
        told.add(message.seq());
    }

    private Written turn(long before, long... numbers) {
        List<Message> messages = new ArrayList<>();
        for (long number : numbers) {
            messages.add(message(number));
        }
        return new Written(conversation, before, messages);
    }

    private static Message message(long seq) {
        return new Message(seq, 0, Author.BOT, "bot", AT, null, null, List.of(new Block.Text("words")));
    }

    /** What was written, and how often it was read. */
    private static final class KeptLedger extends Ledger {

        private final List<Versioned> kept = new ArrayList<>();
        private int reads;

        KeptLedger() {
            super(
                    JdbcClient.create(new SimpleDriverDataSource()),
                    JsonMapper.builder().build());
        }

        Written keep(Written turn) {
            turn.messages().forEach(message -> kept.add(new Versioned(turn.version(), message)));
            return turn;
        }

        @Override
        Optional<State> find(UUID conversation) {
            return Optional.empty();
        }

        @Override
        List<Versioned> since(UUID conversation, long version) {
            reads++;
            return kept.stream().filter(row -> row.version() > version).toList();
        }
    }
}
