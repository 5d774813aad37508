package io.cosmopilot.adapters.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Conversation;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Message.Author;
import io.cosmopilot.conversations.Speaker;
import io.cosmopilot.conversations.Transcripts;

/** Conversations in memory: the bot repeats what it hears, fails at “boom”, and begins with a greeting. */
public final class MadeUpConversations implements Inbox, Transcripts {

    private static final Gate OPEN = new Gate(new CountDownLatch(0), new CountDownLatch(0));
    private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

    private final Map<String, List<Message>> transcripts = new ConcurrentHashMap<>();
    private final Map<String, Receipt> receipts = new ConcurrentHashMap<>();
    private final Map<String, List<Consumer<Message>>> listeners = new ConcurrentHashMap<>();
    private final ExecutorService teller =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final Set<String> jammed = ConcurrentHashMap.newKeySet();
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();
    private final List<Incoming> received = new CopyOnWriteArrayList<>();

    /** From now on, or until then, it cannot be opened. */
    public void jam(String person, boolean now) {
        if (now) {
            jammed.add(person);
        } else {
            jammed.remove(person);
        }
    }

    /** From now on opening it takes until the gate is open; whoever waits for the answer knows that somebody is there. */
    public CountDownLatch hold(String person, CountDownLatch gate) {
        Gate closed = new Gate(gate, new CountDownLatch(1));
        gates.put(person, closed);
        return closed.reached();
    }

    @Override
    public Conversation open(Speaker speaker) {
        try {
            Gate gate = gates.getOrDefault(speaker.person(), OPEN);
            gate.reached().countDown();
            gate.opened().await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return opened(speaker);
    }

    private synchronized Conversation opened(Speaker speaker) {
        if (jammed.contains(speaker.person())) {
            throw new IllegalStateException("jammed");
        }
        String id = id(speaker);
        if (transcript(id).isEmpty()) {
            append(id, Author.BOT, "hello " + speaker.person());
        }
        return new Conversation(id, speaker.person(), transcript(id).size(), speaker.locale());
    }

    @Override
    public synchronized Receipt receive(Speaker speaker, Incoming incoming) {
        String id = id(speaker);
        if (incoming instanceof Incoming.Said said && said.text().length() > MAX_TEXT) {
            throw new TooLong(said.text().length());
        }
        if (incoming instanceof Incoming.Said said && said.text().equals("boom")) {
            throw new IllegalStateException("boom");
        }
        return receipts.computeIfAbsent(id + "/" + incoming.id(), key -> {
            received.add(incoming);
            long seq = append(id, Author.PERSON, incoming.toString());
            append(id, Author.BOT, "heard " + incoming.id());
            return new Receipt(id, seq);
        });
    }

    @Override
    public synchronized List<Message> after(String conversation, long seq) {
        return transcript(conversation).stream()
                .filter(message -> message.seq() > seq)
                .toList();
    }

    /** As the real ones are, a follower may be told by somebody else before this returns. */
    @Override
    public Subscription follow(String conversation, Consumer<Message> listener) {
        List<Consumer<Message>> following =
                listeners.computeIfAbsent(conversation, key -> new CopyOnWriteArrayList<>());
        following.add(listener);
        try {
            teller.submit(() -> after(conversation, 0).forEach(listener)).get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the follower holds up who tells it", e);
        }
        return () -> following.remove(listener);
    }

    public synchronized long append(String conversation, Author author, String text) {
        long seq = transcript(conversation).size() + 1L;
        Message message = message(seq, 0, author, text);
        transcript(conversation).add(message);
        tell(conversation, message);
        return seq;
    }

    public synchronized void revise(String conversation, long seq, int revision, String text) {
        transcript(conversation).remove((int) seq - 1);
        Message revised = message(seq, revision, Author.BOT, text);
        transcript(conversation).add((int) seq - 1, revised);
        tell(conversation, revised);
    }

    /** As a broken connection between replicas does: said, but nobody is told. */
    public synchronized void appendUntold(String conversation, String text) {
        transcript(conversation).add(message(transcript(conversation).size() + 1L, 0, Author.BOT, text));
    }

    /** As a nervous connection does: told a second time. */
    public synchronized void tellAgain(String conversation, long seq) {
        Message message = transcript(conversation).get((int) seq - 1);
        tell(conversation, message);
    }

    public List<Incoming> received() {
        return received;
    }

    public int followers(String conversation) {
        return listeners(conversation).size();
    }

    public static String id(String person) {
        return "web-" + person;
    }

    private static String id(Speaker speaker) {
        return id(speaker.person());
    }

    /** One at a time, in order, and by nobody who holds a lock: as the real ones are told. */
    private void tell(String conversation, Message message) {
        teller.execute(() -> listeners(conversation).forEach(listener -> listener.accept(message)));
    }

    private List<Message> transcript(String conversation) {
        return transcripts.computeIfAbsent(conversation, key -> new ArrayList<>());
    }

    private List<Consumer<Message>> listeners(String conversation) {
        return listeners.getOrDefault(conversation, List.of());
    }

    private static Message message(long seq, int revision, Author author, String text) {
        String name = author.name().toLowerCase(Locale.ROOT);
        return new Message(seq, revision, author, name, AT, null, null, List.of(new Block.Text(text)));
    }

    private record Gate(CountDownLatch opened, CountDownLatch reached) {}
}
