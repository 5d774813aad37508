package io.cosmopilot.adapters.webchat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Transcripts;

/**
 * The transcript as it goes to one client: everything after its cursor, then live; in order, without a gap, and
 * nothing twice, whatever is heard of in between.
 */
final class Line {

    /** How far back messages are looked through for revisions that the client was away for. */
    private static final long LOOKED_BACK = 50;

    private final Transcripts transcripts;
    private final String conversation;
    private final Outbox outbox;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, Integer> revisions = new HashMap<>();

    private long sent;
    private boolean ended;
    private Transcripts.@Nullable Subscription subscription;

    Line(Transcripts transcripts, String conversation, long cursor, Outbox outbox) {
        this.transcripts = transcripts;
        this.conversation = conversation;
        this.sent = cursor;
        this.outbox = outbox;
    }

    long sent() {
        return sent;
    }

    /**
     * Follows first and reads then: what is heard of meanwhile is not told again when it is read. Following begins
     * outside the lock, since whoever tells us something holds up others who begin to follow.
     */
    void begin() {
        long cursor = sent;
        Transcripts.Subscription following = transcripts.follow(conversation, this::heard);
        lock.lock();
        try {
            if (ended) {
                following.close();
                return;
            }
            subscription = following;
            catchUp();
            transcripts.after(conversation, Math.max(0, cursor - LOOKED_BACK)).stream()
                    .filter(message -> message.seq() <= cursor && message.revision() > 0)
                    .forEach(this::revise);
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            if (!ended && subscription != null) {
                subscription.close();
            }
            ended = true;
        } finally {
            lock.unlock();
        }
    }

    private void heard(Message message) {
        lock.lock();
        try {
            if (ended) {
                return;
            }
            if (message.seq() <= sent) {
                revise(message);
            } else if (message.seq() == sent + 1) {
                say(message);
            } else {
                catchUp();
            }
        } finally {
            lock.unlock();
        }
    }

    private void catchUp() {
        transcripts.after(conversation, sent).forEach(this::say);
    }

    private void say(Message message) {
        sent = message.seq();
        revisions.put(message.seq(), message.revision());
        outbox.send(ServerFrame.Message.of(message));
    }

    private void revise(Message message) {
        if (message.revision() > revisions.getOrDefault(message.seq(), 0)) {
            revisions.put(message.seq(), message.revision());
            outbox.send(ServerFrame.Revise.of(message));
        }
    }
}
