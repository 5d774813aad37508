package io.cosmopilot.bot.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who talks over a socket: repeats what was not acknowledged, on whichever replica is there, until it is, and
 * goes on when the bot has said what was to be expected.
 */
final class Customer implements AutoCloseable {

    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final String name;
    private final Supplier<String> token;
    private final IntSupplier replicas;
    private final TreeMap<Long, JsonNode> messages = new TreeMap<>();
    private @Nullable Wire wire;
    private int repetitions;

    Customer(String name, Supplier<String> token, IntSupplier replicas) {
        this.name = name;
        this.token = token;
        this.replicas = replicas;
    }

    int repetitions() {
        return repetitions;
    }

    /** Says it, and waits until a message of the bot after it contains the words. */
    void say(String text, String expected) throws Exception {
        long seq = acknowledged(Map.of("type", "say", "id", UUID.randomUUID().toString(), "text", text));
        await(seq, expected);
    }

    /** Presses the button of the latest message that has it. */
    void press(String choice, String expected) throws Exception {
        long shown = messages.descendingMap().entrySet().stream()
                .filter(entry -> entry.getValue().toString().contains("\"id\":\"" + choice + "\""))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(name + ": no button " + choice + " in " + messages.values()))
                .getKey();
        long seq = acknowledged(
                Map.of("type", "choose", "id", UUID.randomUUID().toString(), "seq", shown, "choice", choice));
        await(seq, expected);
    }

    private long acknowledged(Map<String, Object> frame) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            try {
                Wire open = connected();
                open.send(frame);
                Instant within = Instant.now().plus(ACKNOWLEDGED_WITHIN);
                while (Instant.now().isBefore(within) && !open.isBroken()) {
                    JsonNode heard = hear(open);
                    if (heard != null && heard.path("id").asString("").equals(frame.get("id"))) {
                        if (heard.path("type").asString().equals("ack")) {
                            return heard.path("seq").asLong();
                        }
                        break;
                    }
                }
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                Thread.sleep(Duration.ofMillis(300));
            }
            repetitions++;
            disconnect();
        }
        throw new IllegalStateException(name + ": not acknowledged: " + frame);
    }

    private void await(long after, String expected) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (messages.tailMap(after, false).values().stream()
                    .anyMatch(message -> message.path("blocks").toString().contains(expected))) {
                return;
            }
            try {
                Wire open = connected();
                if (open.isBroken()) {
                    disconnect();
                } else {
                    hear(open);
                }
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                disconnect();
                Thread.sleep(Duration.ofMillis(300));
            }
        }
        throw new IllegalStateException(name + ": never heard “" + expected + "”, but "
                + messages.tailMap(after, false).values());
    }

    /** Takes the next frame; the transcript is kept by number, so that what is told again changes nothing. */
    private @Nullable JsonNode hear(Wire open) throws InterruptedException {
        JsonNode frame = open.next(Duration.ofMillis(500));
        if (frame != null && frame.has("blocks")) {
            messages.put(frame.path("seq").asLong(), frame);
        }
        return frame;
    }

    private Wire connected() throws Exception {
        Wire open = wire;
        if (open != null && !open.isBroken()) {
            return open;
        }
        disconnect();
        Wire fresh = Wire.open(replicas.getAsInt());
        long cursor = messages.isEmpty() ? 0 : messages.lastKey();
        fresh.send(Map.of("type", "hello", "token", token.get(), "cursor", cursor, "locale", "en"));
        wire = fresh;
        return fresh;
    }

    private void disconnect() {
        Wire open = wire;
        wire = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() {
        disconnect();
    }
}
