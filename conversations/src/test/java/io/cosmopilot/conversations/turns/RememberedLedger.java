package io.cosmopilot.conversations.turns;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.conversations.Desk.Mode;

/**
 * Conversations in memory, for measuring what a turn costs without its database: everything that PostgreSQL is sent and
 * sends back is written and read as JSON all the same.
 */
public final class RememberedLedger extends Ledger {

    private final JsonMapper json;
    private final Map<UUID, Remembered> conversations = new ConcurrentHashMap<>();

    public RememberedLedger(JdbcClient jdbc, JsonMapper json) {
        super(jdbc, json);
        this.json = json;
    }

    @Override
    UUID open(String channel, String person, Locale locale, Instant now) {
        UUID id = UUID.randomUUID();
        State state = new State(
                id,
                channel,
                person,
                locale,
                Snapshot.empty(),
                0,
                0,
                Mode.BOT,
                null,
                null,
                now,
                null,
                false,
                person,
                List.of());
        conversations.put(id, new Remembered(state, json.writeValueAsString(Snapshot.empty())));
        return id;
    }

    @Override
    Optional<Locked> lock(UUID conversation, String event) {
        return find(conversation).map(state -> new Locked(state, null));
    }

    @Override
    Optional<State> find(UUID conversation) {
        return Optional.ofNullable(conversations.get(conversation)).map(this::read);
    }

    @Override
    void write(State before, String event, long seq, Exchange.Outcome outcome, Instant now) {
        json.writeValueAsString(outcome.rows());
        State after = new State(
                before.id(),
                before.channel(),
                before.person(),
                outcome.locale(),
                Snapshot.empty(),
                outcome.lastSeq(),
                before.version() + 1,
                outcome.mode(),
                outcome.agent(),
                outcome.topic(),
                before.since(),
                outcome.waiting(),
                outcome.reminded(),
                before.displayName(),
                before.templates());
        conversations.put(before.id(), new Remembered(after, json.writeValueAsString(outcome.snapshot())));
    }

    private State read(Remembered remembered) {
        State state = remembered.state();
        return new State(
                state.id(),
                state.channel(),
                state.person(),
                state.locale(),
                json.readValue(remembered.snapshot(), Snapshot.class),
                state.lastSeq(),
                state.version(),
                state.mode(),
                state.agent(),
                state.topic(),
                state.since(),
                state.waiting(),
                state.reminded(),
                state.displayName(),
                state.templates());
    }

    /** @param state but for its snapshot, which is kept as JSON */
    private record Remembered(State state, String snapshot) {}
}
