package io.cosmopilot.conversations.turns;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Transcripts;

/**
 * Those who follow conversations on this replica, in order: what a turn here wrote is handed to them, and what they
 * have missed they read.
 */
@Component
class Followers implements Transcripts {

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);

    private final Ledger ledger;
    private final Map<UUID, Set<Follower>> byConversation = new ConcurrentHashMap<>();

    Followers(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<Message> after(String conversation, long seq) {
        return ledger.after(UUID.fromString(conversation), seq);
    }

    @Override
    public Subscription follow(String conversation, Consumer<Message> listener) {
        UUID id = UUID.fromString(conversation);
        long version = ledger.find(id).map(State::version).orElse(0L);
        Follower follower = new Follower(id, listener, version);
        byConversation.compute(id, (key, followers) -> {
            Set<Follower> set = followers == null ? ConcurrentHashMap.newKeySet() : followers;
            set.add(follower);
            return set;
        });
        follower.catchUp();
        return () -> leave(follower);
    }

    /**
     * A turn of this replica has committed: nobody here has to read what it wrote. Whoever fails to take it hears of it
     * again by its notification; the turn is taken all the same.
     */
    void written(Written turn) {
        for (Follower follower : byConversation.getOrDefault(turn.conversation(), Set.of())) {
            try {
                follower.take(turn);
            } catch (RuntimeException e) {
                LOG.warn("a follower of {} did not take version {}", turn.conversation(), turn.version(), e);
            }
        }
    }

    /** A turn of any replica has committed, and the conversation has that version now. */
    void written(UUID conversation, long version) {
        byConversation.getOrDefault(conversation, Set.of()).forEach(follower -> follower.reach(version));
    }

    /** Something may have been written anywhere. */
    void missed() {
        byConversation.values().forEach(followers -> followers.forEach(Follower::catchUp));
    }

    private void leave(Follower follower) {
        byConversation.computeIfPresent(follower.conversation, (key, followers) -> {
            followers.remove(follower);
            return followers.isEmpty() ? null : followers;
        });
    }

    /** One listener and how far it has come. */
    private final class Follower {

        private final UUID conversation;
        private final Consumer<Message> listener;
        private long version;

        Follower(UUID conversation, Consumer<Message> listener, long version) {
            this.conversation = conversation;
            this.listener = listener;
            this.version = version;
        }

        synchronized void take(Written turn) {
            if (version != turn.before() || turn.messages().isEmpty()) {
                reach(turn.version());
                return;
            }
            turn.messages().forEach(listener);
            version = turn.version();
        }

        synchronized void reach(long reached) {
            if (version < reached) {
                catchUp();
            }
        }

        synchronized void catchUp() {
            for (Ledger.Versioned row : ledger.since(conversation, version)) {
                listener.accept(row.message());
                version = row.version();
            }
        }
    }
}
