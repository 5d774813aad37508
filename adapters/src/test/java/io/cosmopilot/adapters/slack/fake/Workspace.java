package io.cosmopilot.adapters.slack.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the team sees: its people, messages, forms, files, and the time by which addresses and triggers end. */
final class Workspace {

    final List<Msg> messages = new CopyOnWriteArrayList<>();
    final List<Whisper> whispers = new CopyOnWriteArrayList<>();
    final List<Modal> modals = new CopyOnWriteArrayList<>();
    final Map<String, JsonNode> homes = new ConcurrentHashMap<>();
    /** Contents by name, of what people share. */
    final Map<String, byte[]> files = new ConcurrentHashMap<>();
    /** Names of the files that the app has shared. */
    final List<String> shared = new CopyOnWriteArrayList<>();

    final ResponseUrls responses = new ResponseUrls();
    private final Map<String, User> users = new ConcurrentHashMap<>();
    private final Map<String, Instant> triggers = new ConcurrentHashMap<>();
    private volatile Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private long ts = 1_700_000_000_000_000L;

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Ids of messages are points in time, each another. */
    synchronized String nextTs() {
        ts++;
        return ts / 1_000_000 + "." + String.format("%06d", ts % 1_000_000);
    }

    void join(String id, String name, String locale) {
        users.put(id, new User(name, locale));
    }

    User user(String id) {
        return users.getOrDefault(id, new User(id, "en-US"));
    }

    /** A direct message goes to the person or to the channel that they share with the app. */
    static String channel(String place) {
        return place.startsWith("U") ? "D" + place : place;
    }

    List<Msg> messages(String channel) {
        return messages.stream()
                .filter(message -> message.channel.equals(channel))
                .toList();
    }

    Optional<Msg> message(@Nullable String channel, @Nullable String id) {
        return messages.stream()
                .filter(message -> message.channel.equals(channel) && message.ts.equals(id))
                .findFirst();
    }

    /** With which the app may open one form within three seconds. */
    String trigger() {
        String id = "tr." + UUID.randomUUID();
        triggers.put(id, now);
        return id;
    }

    /** Why the trigger opens nothing; it is used up. */
    Optional<String> pull(@Nullable String trigger) {
        Instant given = trigger == null ? null : triggers.remove(trigger);
        if (given == null) {
            return Optional.of("exchanged_trigger_id");
        }
        return now.isAfter(given.plus(Told.PATIENCE)) ? Optional.of("expired_trigger_id") : Optional.empty();
    }

    record User(String name, String locale) {}

    /** What only one person sees in a channel. */
    record Whisper(String channel, String user, String text) {}
}
