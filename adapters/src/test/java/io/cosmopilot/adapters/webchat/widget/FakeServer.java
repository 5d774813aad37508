package io.cosmopilot.adapters.webchat.widget;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The server's end of the socket, kept to the protocol; it can be deaf, be down, and hang up. */
final class FakeServer {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<ObjectNode> transcript = new ArrayList<>();
    private final Map<String, Long> stored = new HashMap<>();
    private final Set<Line> lines = new LinkedHashSet<>();
    /** Every frame that came, in order. */
    private final List<JsonNode> received = new ArrayList<>();
    /** Stores nothing and acknowledges nothing. */
    volatile boolean deaf;
    /** Takes no new connection. */
    volatile boolean down;
    /** Stores, but the acknowledgement is lost. */
    volatile boolean mumbling;
    /** Refuses whatever is done, with these words. */
    volatile String refusal = "";

    volatile String locale = "en";

    synchronized void opened(Line line) {
        if (down) {
            line.hangUp();
        }
    }

    synchronized void closed(Line line) {
        lines.remove(line);
    }

    synchronized void read(Line line, String text) {
        JsonNode frame = JSON.readTree(text);
        received.add(frame);
        switch (frame.path("type").asString()) {
            case "hello" -> welcome(line, frame.path("cursor").asLong());
            case "say", "attach", "choose", "submit" -> deed(line, frame);
            default -> {}
        }
    }

    private void welcome(Line line, long cursor) {
        lines.add(line);
        line.send("""
                {"type":"welcome","conversation":"c1","person":{"name":"Li Lei","roles":["developer"]},\
                "cursor":%d,"locale":"%s"}""".formatted(transcript.size(), locale));
        transcript.stream()
                .filter(message -> message.path("seq").asLong() > cursor)
                .forEach(message -> line.send(message.toString()));
    }

    private void deed(Line line, JsonNode frame) {
        String id = frame.path("id").asString();
        if (deaf) {
            return;
        }
        if (!refusal.isEmpty()) {
            line.send(JSON.createObjectNode()
                    .put("type", "error")
                    .put("id", id)
                    .put("code", "refused")
                    .put("message", refusal)
                    .toString());
            return;
        }
        boolean known = stored.containsKey(id);
        long seq = stored.computeIfAbsent(id, key -> transcript.size() + 1L);
        if (!known) {
            add("person", "[{\"type\":\"text\",\"text\":%s}]".formatted(JSON.writeValueAsString(words(frame))));
        }
        if (!mumbling) {
            line.send("{\"type\":\"ack\",\"id\":\"%s\",\"seq\":%d}".formatted(id, seq));
        }
    }

    private static String words(JsonNode frame) {
        return frame.path("text").asString(frame.path("choice").asString("done"));
    }

    /** The bot says something; the blocks are JSON. */
    long bot(String... blocks) {
        return add("bot", "[" + String.join(",", blocks) + "]");
    }

    long agent(String text) {
        return add("agent", "[%s]".formatted(text(text)));
    }

    static String text(String text) {
        return "{\"type\":\"text\",\"text\":%s}".formatted(JSON.writeValueAsString(text));
    }

    private synchronized long add(String author, String blocks) {
        ObjectNode message = JSON.createObjectNode()
                .put("type", "message")
                .put("seq", transcript.size() + 1L)
                .put("author", author)
                .put("name", author.equals("agent") ? "Han Meimei" : "")
                .put("at", Instant.now().toString());
        message.set("blocks", JSON.readTree(blocks));
        transcript.add(message);
        tellAll(message.toString());
        return transcript.size();
    }

    synchronized void revise(long seq, int revision, String... blocks) {
        ArrayNode changed = (ArrayNode) JSON.readTree("[" + String.join(",", blocks) + "]");
        transcript.get((int) seq - 1).set("blocks", changed);
        ObjectNode frame =
                JSON.createObjectNode().put("type", "revise").put("seq", seq).put("revision", revision);
        frame.set("blocks", changed);
        tellAll(frame.toString());
    }

    synchronized void tellAll(String frame) {
        List.copyOf(lines).forEach(line -> line.send(frame));
    }

    /** All lines break at once. */
    synchronized void hangUp() {
        List.copyOf(lines).forEach(Line::hangUp);
        lines.clear();
    }

    synchronized List<JsonNode> received(String type) {
        return received.stream()
                .filter(frame -> frame.path("type").asString().equals(type))
                .toList();
    }

    /** Everything that came, long ones cut. */
    synchronized String frames() {
        return received.stream()
                .map(JsonNode::toString)
                .map(frame -> frame.substring(0, Math.min(200, frame.length())))
                .collect(Collectors.joining("\n"));
    }

    /** What is stored of the person's words. */
    synchronized List<String> personSaid() {
        return transcript.stream()
                .filter(message -> message.path("author").asString().equals("person"))
                .map(message -> message.path("blocks").path(0).path("text").asString())
                .toList();
    }
}
