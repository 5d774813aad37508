package io.cosmopilot.adapters.discord.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The gateway: sessions that outlive their sockets, and remember what they have sent. */
final class Gateway {

    private final State state;
    private final Faults faults;
    private final Map<String, Talk> talks = new ConcurrentHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final ExecutorService wire = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("fake discord wire").factory());

    Gateway(State state, Faults faults) {
        this.state = state;
        this.faults = faults;
    }

    boolean connected() {
        return talks.values().stream().anyMatch(talk -> talk.line != null);
    }

    Map<String, Integer> counts() {
        return state.read(() -> Map.copyOf(counts));
    }

    void opened(Line line) {
        if (faults.closedGateway) {
            line.close(1001, "Going away.");
            return;
        }
        line.send(frame(10, State.JSON.createObjectNode().put("heartbeat_interval", faults.heartbeat.toMillis())));
    }

    void closed(Line line) {
        state.change(
                () -> talks.values().stream().filter(talk -> talk.line == line).forEach(talk -> talk.line = null));
    }

    void read(Line line, String text) {
        JsonNode frame = State.JSON.readTree(text);
        JsonNode data = frame.path("d");
        switch (frame.path("op").asInt()) {
            case 1 -> beat(line);
            case 2 -> wire.execute(() -> identify(line, data));
            case 6 -> wire.execute(() -> resume(line, data));
            default -> {}
        }
    }

    private void beat(Line line) {
        if (!faults.deafToHeartbeats) {
            line.send(frame(11, null));
        }
    }

    private void identify(Line line, JsonNode data) {
        if (!data.path("token").asString().equals(State.TOKEN)) {
            line.close(4004, "Authentication failed.");
            return;
        }
        Talk talk = new Talk();
        talk.line = line;
        ObjectNode ready = State.JSON.createObjectNode().put("v", 10).put("session_id", talk.id);
        ready.set("user", state.bot.deepCopy().put("verified", true).put("mfa_enabled", false));
        ready.set(
                "guilds",
                array(State.JSON.createObjectNode().put("id", state.guild).put("unavailable", true)));
        ready.set("private_channels", State.JSON.createArrayNode());
        ready.set("application", State.JSON.createObjectNode().put("id", state.botId()));
        talk.send("READY", ready, Faults.Wire.SOUND);
        talk.send("GUILD_CREATE", guild(), Faults.Wire.SOUND);
        state.change(() -> {
            talks.put(talk.id, talk);
            counts.merge("identified", 1, Integer::sum);
        });
    }

    private ObjectNode guild() {
        ObjectNode everyone = State.JSON
                .createObjectNode()
                .put("id", state.guild)
                .put("name", "@everyone")
                .put("position", 0)
                .put("permissions", "8")
                .put("managed", false)
                .put("hoist", false)
                .put("mentionable", false);
        everyone.set(
                "colors",
                State.JSON
                        .createObjectNode()
                        .put("primary_color", 0)
                        .putNull("secondary_color")
                        .putNull("tertiary_color"));
        ObjectNode guild = State.JSON
                .createObjectNode()
                .put("id", state.guild)
                .put("name", "Platform")
                .put("owner_id", state.botId())
                .put("member_count", 1)
                .put("afk_timeout", 300)
                .put("unavailable", false)
                .put("large", false);
        guild.set("roles", array(everyone));
        guild.set("members", array(state.member(state.bot)));
        guild.set("channels", State.JSON.createArrayNode().addAll(state.guildChannels(false)));
        guild.set("threads", State.JSON.createArrayNode().addAll(state.guildChannels(true)));
        for (String list : List.of("emojis", "voice_states", "guild_scheduled_events", "presences", "features")) {
            guild.set(list, State.JSON.createArrayNode());
        }
        return guild;
    }

    private void resume(Line line, JsonNode data) {
        Talk talk = talks.get(data.path("session_id").asString());
        if (talk == null || !data.path("token").asString().equals(State.TOKEN)) {
            line.send(frame(9, State.JSON.getNodeFactory().booleanNode(false)));
            return;
        }
        talk.line = line;
        talk.sent.stream()
                .filter(event -> event.path("s").asInt() > data.path("seq").asInt())
                .forEach(event -> line.send(event.toString()));
        talk.send("RESUMED", State.JSON.createObjectNode(), Faults.Wire.SOUND);
        state.change(() -> counts.merge("resumed", 1, Integer::sum));
    }

    /** Tells every session of an event. */
    void dispatch(String type, @Nullable JsonNode data) {
        String copy = String.valueOf(data);
        wire.execute(() -> {
            Faults.Wire fault = faults.next();
            talks.values().forEach(talk -> talk.send(type, State.JSON.readTree(copy), fault));
        });
    }

    void op(int op, @Nullable JsonNode data) {
        lines().forEach(line -> line.send(frame(op, data)));
    }

    void invalidate(boolean resumable) {
        List<Line> lines = lines();
        if (!resumable) {
            talks.clear();
        }
        lines.forEach(line -> line.send(frame(9, State.JSON.getNodeFactory().booleanNode(resumable))));
    }

    void abort() {
        lines().forEach(Line::abort);
        state.await("the connection to break", () -> !connected());
    }

    void end() {
        wire.shutdownNow();
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        talks.values().forEach(talk -> {
            Line line = talk.line;
            if (line != null) {
                lines.add(line);
            }
        });
        return lines;
    }

    private static ArrayNode array(ObjectNode... nodes) {
        return State.JSON.createArrayNode().addAll(List.of(nodes));
    }

    private static String frame(int op, @Nullable JsonNode data) {
        ObjectNode frame =
                State.JSON.createObjectNode().put("op", op).putNull("s").putNull("t");
        frame.set("d", data);
        return frame.toString();
    }

    /** A session. */
    private static final class Talk {

        private final String id = UUID.randomUUID().toString();
        private final List<ObjectNode> sent = new ArrayList<>();
        private volatile @Nullable Line line;

        private synchronized void send(String type, JsonNode data, Faults.Wire wire) {
            ObjectNode event = State.JSON.createObjectNode().put("op", 0).put("t", type);
            event.put("s", sent.size() + 1);
            event.set("d", data);
            sent.add(event);
            pause(wire.delay());
            Line open = line;
            for (int i = 0; i < wire.times() && open != null; i++) {
                open.send(event.toString());
            }
        }

        private static void pause(Duration delay) {
            try {
                TimeUnit.NANOSECONDS.sleep(delay.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
