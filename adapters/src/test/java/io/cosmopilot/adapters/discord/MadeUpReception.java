package io.cosmopilot.adapters.discord;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;

import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Reception;

/** Takes everything once, as the real one does, and remembers it. */
final class MadeUpReception implements Reception {

    private final Map<String, UUID> conversations = new LinkedHashMap<>();
    private final Map<String, Message> shown = new LinkedHashMap<>();
    private final Set<String> events = new HashSet<>();
    private final List<Incoming> received = new ArrayList<>();
    private final List<String> deeds = new ArrayList<>();
    private final List<Locale> locales = new ArrayList<>();
    /** What comes of something done in a support channel. */
    BiFunction<String, Map<String, String>, Answer> desk = (choice, fields) -> new Nothing();
    /** What is done while a turn is being taken. */
    Runnable meanwhile = () -> {};

    synchronized UUID conversation(String account) {
        return conversations.computeIfAbsent(account, id -> UUID.randomUUID());
    }

    synchronized void show(String account, Message message) {
        shown.put(conversation(account) + "/" + message.seq(), message);
    }

    @Override
    public Inbox.Receipt receive(Account account, Locale locale, Incoming incoming) {
        meanwhile.run();
        synchronized (this) {
            if (events.add(incoming.id())) {
                received.add(incoming);
                locales.add(locale);
            }
            notifyAll();
            return new Inbox.Receipt(conversation(account.id()).toString(), events.size());
        }
    }

    @Override
    public synchronized Answer press(Account account, Locale locale, String event, String choice) {
        return done(account, event, choice, Map.of());
    }

    @Override
    public synchronized Answer submit(
            Account account, Locale locale, String event, String choice, Map<String, String> fields) {
        return done(account, event, choice, fields);
    }

    @Override
    public synchronized Answer write(Account account, Locale locale, String event, String thread, String text) {
        return done(account, event, thread + ": " + text, Map.of());
    }

    private Answer done(Account account, String event, String what, Map<String, String> fields) {
        if (!events.add(event)) {
            return new Nothing();
        }
        deeds.add(account.name() + " " + what + (fields.isEmpty() ? "" : " " + new TreeMap<>(fields)));
        return desk.apply(what, fields);
    }

    @Override
    public List<Block.Choice> options(Account account, String conversation, long seq, String typed) {
        return List.of();
    }

    @Override
    public synchronized Optional<Message> find(Account account, String conversation, long seq) {
        return conversation(account.id()).toString().equals(conversation)
                ? Optional.ofNullable(shown.get(conversation + "/" + seq))
                : Optional.empty();
    }

    @Override
    public Locale locale(Account account, Locale told) {
        return told;
    }

    synchronized List<Incoming> received() {
        return List.copyOf(received);
    }

    synchronized List<String> deeds() {
        return List.copyOf(deeds);
    }

    synchronized List<Locale> locales() {
        return List.copyOf(locales);
    }

    /** The event, when it was taken. */
    Optional<Incoming> of(String event) {
        return received().stream()
                .filter(incoming -> incoming.id().equals(event))
                .findFirst();
    }
}
