package io.cosmopilot.conversations.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** One turn of a conversation while it is being taken: who, when, and what comes of it. */
public final class Turn {

    private final String conversation;
    private final String person;
    private Words words;
    private final Instant now;
    private final List<Emission> emissions = new ArrayList<>();
    private final List<Runnable> commands = new ArrayList<>();
    private final Map<String, Object> known = new HashMap<>();
    private @Nullable String handedOver;
    private @Nullable Locale spoken;

    public Turn(String conversation, String person, Words words, Instant now) {
        this.conversation = conversation;
        this.person = person;
        this.words = words;
        this.now = now;
    }

    public String conversation() {
        return conversation;
    }

    public String person() {
        return person;
    }

    public Words words() {
        return words;
    }

    public Instant now() {
        return now;
    }

    public void emit(Emission emission) {
        emissions.add(emission);
    }

    public void command(Runnable command) {
        commands.add(command);
    }

    /** What is looked up at most once in a turn; the name stands for the same type everywhere. */
    @SuppressWarnings("unchecked") // by that convention
    public <T> T once(String name, Supplier<T> lookup) {
        return (T) known.computeIfAbsent(name, key -> lookup.get());
    }

    /** A person shall speak with the person from now on, about this topic. */
    public void handOver(String topic) {
        handedOver = topic;
    }

    /** The conversation goes on in this language, from the next word on. */
    public void speak(Locale language) {
        spoken = language;
        words = new Words(words.source(), language);
    }

    public Optional<Locale> spoken() {
        return Optional.ofNullable(spoken);
    }

    public Optional<String> handedOver() {
        return Optional.ofNullable(handedOver);
    }

    public List<Emission> emissions() {
        return List.copyOf(emissions);
    }

    public List<Runnable> commands() {
        return List.copyOf(commands);
    }
}
