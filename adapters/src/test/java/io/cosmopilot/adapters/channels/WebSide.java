package io.cosmopilot.adapters.channels;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.adapters.world.Browser;
import io.cosmopilot.adapters.world.Chat;

/** The web chat over its socket, and the desk over its calls. */
final class WebSide implements Side {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TreeMap<Long, JsonNode> shown = new TreeMap<>();
    private final Set<String> stored = ConcurrentHashMap.newKeySet();
    private @Nullable House house;
    private @Nullable Chat chat;
    private @Nullable Browser desk;

    @Override
    public String channel() {
        return "web";
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of();
    }

    @Override
    public void enter(House open) {
        house = open;
        String token = new Browser(open.port()).signIn("wei", House.PASSWORD).token();
        long cursor = shown.isEmpty() ? 0 : shown.lastKey();
        chat = Chat.open(open.port()).hello(token, cursor);
        desk = new Browser(open.port()).signIn("lin", House.PASSWORD);
    }

    @Override
    public void says(String text) {
        send(Map.of("type", "say", "text", text), UUID.randomUUID().toString());
    }

    @Override
    public void saysTwice(String text) {
        String id = UUID.randomUUID().toString();
        send(Map.of("type", "say", "text", text), id);
        stored.remove(id);
        send(Map.of("type", "say", "text", text), id);
    }

    @Override
    public void presses(String label) {
        JsonNode message = message(block -> choice(block, label).isPresent(), label);
        String choice = last(message, block -> choice(block, label)).orElseThrow();
        send(
                Map.of("type", "choose", "seq", message.get("seq").asLong(), "choice", choice),
                UUID.randomUUID().toString());
    }

    @Override
    public void fills(Map<String, String> fields) {
        JsonNode message = message(block -> block.path("type").asString().equals("form"), "a form");
        send(
                Map.of("type", "submit", "seq", message.get("seq").asLong(), "fields", fields),
                UUID.randomUUID().toString());
    }

    @Override
    public void reads(String text) {
        await(
                () -> shown.values().stream()
                        .anyMatch(message -> message.get("blocks").toString().contains(text)),
                text);
    }

    @Override
    public int messages() {
        drain();
        return shown.size();
    }

    @Override
    public void decides(String subject, String label) {
        await(() -> asked(subject).isPresent(), subject + " on the desk");
        post("/api/desk/approvals/" + asked(subject).orElseThrow() + "/decision", "{\"decision\":\"approve\"}");
    }

    @Override
    public void takesOver(String topic) {
        await(() -> waiting(topic).isPresent(), topic + " on the desk");
        post("/api/desk/conversations/" + waiting(topic).orElseThrow() + "/take-over", "");
    }

    @Override
    public void answers(String topic, String text) {
        post(
                "/api/desk/conversations/" + waiting(topic).orElseThrow() + "/messages",
                JSON.writeValueAsString(Map.of("text", text)));
    }

    @Override
    public void resolves(String topic) {
        post("/api/desk/conversations/" + waiting(topic).orElseThrow() + "/resolve", "");
    }

    /** Whoever is not signed in has no conversation. */
    @Override
    public Optional<String> strangerReads(String said) {
        return Optional.empty();
    }

    @Override
    public void close() {
        if (chat != null) {
            chat.leave();
        }
    }

    private Optional<String> asked(String subject) {
        return find(
                        queue().get("approvals"),
                        item -> item.get("title").asString().contains(subject)
                                && item.get("state").asString().equals("requested"))
                .map(item -> item.get("approval").asString());
    }

    private Optional<String> waiting(String topic) {
        return find(
                        queue().get("conversations"),
                        item -> topic.equals(item.path("topic").asString("")))
                .map(item -> item.get("conversation").asString());
    }

    private JsonNode queue() {
        return Objects.requireNonNull(desk).get("/api/desk/queue").json();
    }

    private void post(String path, String json) {
        Browser.Answer answer = Objects.requireNonNull(desk).post(path, json);
        if (answer.status() >= 300) {
            throw new AssertionError(path + ": " + answer.status() + " " + answer.body());
        }
    }

    private static Optional<JsonNode> find(JsonNode list, Predicate<JsonNode> wanted) {
        return list.valueStream().filter(wanted).findFirst();
    }

    private static Optional<String> choice(JsonNode block, String label) {
        return find(
                        block.path("choices"),
                        choice -> choice.path("label").asString("").equals(label))
                .map(choice -> choice.get("id").asString());
    }

    private static Optional<String> last(JsonNode message, java.util.function.Function<JsonNode, Optional<String>> of) {
        return message.get("blocks")
                .valueStream()
                .map(of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private JsonNode message(Predicate<JsonNode> block, String what) {
        await(() -> latest(block).isPresent(), what);
        return latest(block).orElseThrow();
    }

    private Optional<JsonNode> latest(Predicate<JsonNode> block) {
        return shown.descendingMap().values().stream()
                .filter(message -> message.get("blocks").valueStream().anyMatch(block))
                .findFirst();
    }

    private void send(Map<String, Object> frame, String id) {
        Map<String, Object> whole = new TreeMap<>(frame);
        whole.put("id", id);
        Objects.requireNonNull(chat).send(JSON.writeValueAsString(whole));
        await(() -> stored.contains(id), frame + " to be acknowledged");
    }

    private void await(java.util.function.BooleanSupplier condition, String what) {
        Objects.requireNonNull(house)
                .await(
                        () -> {
                            drain();
                            return condition.getAsBoolean();
                        },
                        () -> what + "; there is " + shown.values());
    }

    private void drain() {
        Chat open = Objects.requireNonNull(chat);
        while (!open.silent()) {
            JsonNode frame = open.next();
            switch (frame.get("type").asString()) {
                case "message", "revise" -> shown.put(frame.get("seq").asLong(), frame);
                case "ack" -> stored.add(frame.get("id").asString());
                case "error" -> throw new AssertionError(frame.toString());
                default -> {}
            }
        }
    }
}
