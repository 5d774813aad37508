package io.cosmopilot.adapters.discord.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What this Discord knows. Everything is guarded by its monitor, which is notified of each change. */
final class State {

    static final String TOKEN = "MTIz.fake.token";
    static final JsonMapper JSON = JsonMapper.shared();
    static final int EPHEMERAL = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long EPOCH = 1_420_070_400_000L;
    private static final String SINCE = "2026-01-01T00:00:00+00:00";

    final Clock clock;
    final String guild = id();
    final ObjectNode bot = userJson(id(), "cosmopilot").put("bot", true);
    final List<ObjectNode> commands = new ArrayList<>();
    final Map<String, Interaction> interactions = new LinkedHashMap<>();
    private final Map<String, ObjectNode> users = new LinkedHashMap<>();
    private final Map<String, String> locales = new HashMap<>();
    private final Map<String, ObjectNode> channels = new LinkedHashMap<>();
    private final Map<String, String> directs = new HashMap<>();
    /** By id, in the order of their coming. */
    private final Map<String, ObjectNode> messages = new LinkedHashMap<>();

    private final Map<String, String> nonces = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();
    private String address = "";
    private long sequence;

    State(Clock clock) {
        this.clock = clock;
    }

    synchronized String id() {
        sequence++;
        return String.valueOf(((System.currentTimeMillis() - EPOCH) << 22) + sequence);
    }

    synchronized void address(String base) {
        address = base;
    }

    synchronized <T> T read(Supplier<T> reading) {
        return reading.get();
    }

    synchronized void change(Runnable change) {
        change.run();
        notifyAll();
    }

    synchronized void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new AssertionError("waited in vain for " + what);
            }
            try {
                wait(Math.min(left, 50));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    synchronized ObjectNode user(String name, String locale) {
        ObjectNode user = userJson(id(), name);
        users.put(user.path("id").asString(), user);
        locales.put(user.path("id").asString(), locale);
        return user;
    }

    String locale(String user) {
        return locales.getOrDefault(user, "en-US");
    }

    private static ObjectNode userJson(String id, String name) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("username", name)
                .put("global_name", name)
                .put("discriminator", "0")
                .putNull("avatar");
    }

    synchronized String channel(String name) {
        String id = id();
        channels.put(
                id,
                JSON.createObjectNode()
                        .put("id", id)
                        .put("type", 0)
                        .put("guild_id", guild)
                        .put("name", name)
                        .put("position", channels.size())
                        .put("permissions", "8"));
        channels.get(id).set("permission_overwrites", JSON.createArrayNode());
        return id;
    }

    synchronized String direct(String user) {
        return directs.computeIfAbsent(user, who -> {
            String id = id();
            ObjectNode channel = JSON.createObjectNode().put("id", id).put("type", 1);
            channel.set("recipients", JSON.createArrayNode().add(users.get(who)));
            channels.put(id, channel);
            return id;
        });
    }

    synchronized Optional<ObjectNode> thread(String parent, String message, String name) {
        if (channels.containsKey(message)) {
            return Optional.empty();
        }
        ObjectNode thread = JSON.createObjectNode()
                .put("id", message)
                .put("type", 11)
                .put("guild_id", guild)
                .put("parent_id", parent)
                .put("owner_id", botId())
                .put("name", name)
                .put("member_count", 1)
                .put("message_count", 0)
                .put("permissions", "8");
        thread.set(
                "thread_metadata",
                JSON.createObjectNode()
                        .put("archived", false)
                        .put("locked", false)
                        .put("auto_archive_duration", 4320)
                        .put("archive_timestamp", SINCE)
                        .put("create_timestamp", SINCE));
        thread.set("member", JSON.createObjectNode().put("join_timestamp", SINCE));
        channels.put(message, thread);
        notifyAll();
        return Optional.of(thread);
    }

    @Nullable
    synchronized ObjectNode channelJson(String id) {
        return channels.get(id);
    }

    synchronized List<ObjectNode> guildChannels(boolean threads) {
        return channels.values().stream()
                .filter(channel -> channel.has("guild_id"))
                .filter(channel -> threads == (channel.path("type").asInt() == 11))
                .toList();
    }

    boolean isDirect(String channel) {
        ObjectNode known = channelJson(channel);
        return known != null && known.path("type").asInt() == 1;
    }

    String botId() {
        return bot.path("id").asString();
    }

    ObjectNode member(ObjectNode user) {
        ObjectNode member = JSON.createObjectNode()
                .put("joined_at", SINCE)
                .put("deaf", false)
                .put("mute", false)
                .put("flags", 0)
                .put("permissions", "8");
        member.set("roles", JSON.createArrayNode());
        member.set("user", user);
        return member;
    }

    /** Keeps a new message; the one that is there already when the nonce was used. */
    synchronized ObjectNode post(
            String channel, ObjectNode author, JsonNode body, Map<String, byte[]> attached, boolean ephemeral) {
        String nonce = body.path("nonce").asString("");
        ObjectNode posted = messages.get(nonces.getOrDefault(channel + nonce, ""));
        if (body.path("enforce_nonce").asBoolean(false) && posted != null) {
            return posted;
        }
        String id = id();
        ObjectNode message = JSON.createObjectNode()
                .put("id", id)
                .put("channel_id", channel)
                .put("type", 0)
                .put("timestamp", Instant.now().toString())
                .putNull("edited_timestamp")
                .put("tts", false)
                .put("mention_everyone", false)
                .put("pinned", false)
                .put("flags", ephemeral ? EPHEMERAL : 0)
                .put("edits", 0);
        if (!isDirect(channel)) {
            message.put("guild_id", guild);
        }
        message.set("author", author);
        for (String list : List.of("mentions", "mention_roles")) {
            message.set(list, JSON.createArrayNode());
        }
        message.put("content", "");
        for (String list : List.of("embeds", "components", "attachments")) {
            message.set(list, JSON.createArrayNode());
        }
        fill(message, body, attached);
        messages.put(id, message);
        if (!nonce.isEmpty()) {
            nonces.put(channel + nonce, id);
        }
        notifyAll();
        return message;
    }

    synchronized void edit(ObjectNode message, JsonNode body, Map<String, byte[]> attached) {
        message.put("edited_timestamp", Instant.now().toString());
        message.put("edits", message.path("edits").asInt() + 1);
        fill(message, body, attached);
        notifyAll();
    }

    private void fill(ObjectNode message, JsonNode body, Map<String, byte[]> attached) {
        if (body.has("content")) {
            message.put("content", body.path("content").asString(""));
        }
        for (String list : List.of("embeds", "components")) {
            if (body.path(list).isArray()) {
                message.set(list, body.path(list).deepCopy());
            }
        }
        message.path("embeds").forEach(embed -> ((ObjectNode) embed).put("type", "rich"));
        if (body.path("attachments").isArray() || !attached.isEmpty()) {
            ArrayNode all = JSON.createArrayNode();
            body.path("attachments")
                    .forEach(kept -> message.path("attachments").forEach(old -> {
                        if (old.path("id").asString().equals(kept.path("id").asString())) {
                            all.add(old);
                        }
                    }));
            attached.forEach((name, content) -> all.add(attachment(name, content)));
            message.set("attachments", all);
        }
    }

    synchronized ObjectNode attachment(String name, byte[] content) {
        String id = id();
        files.put(id, content);
        String url = address + "cdn/" + id + "/" + name;
        return JSON.createObjectNode()
                .put("id", id)
                .put("filename", name)
                .put("size", content.length)
                .put("url", url)
                .put("proxy_url", url);
    }

    synchronized byte @Nullable [] file(String id) {
        return files.get(id);
    }

    @Nullable
    synchronized ObjectNode message(String id) {
        return messages.get(id);
    }

    synchronized void remove(String id) {
        messages.remove(id);
        notifyAll();
    }

    /** In the order of their coming. */
    synchronized List<ObjectNode> messages(String channel) {
        return messages.values().stream()
                .filter(message -> message.path("channel_id").asString().equals(channel))
                .toList();
    }

    /** Somebody has done something that the bot has to answer. */
    static final class Interaction {
        final String id;
        final String token;
        final String user;
        final String channel;
        final Instant at;
        /** The message whose component was pressed. */
        final @Nullable String message;
        /** The type of the first response; 0 when there is none yet. */
        int response;

        /** The first message of the answer. */
        @Nullable
        String original;

        @Nullable
        JsonNode modal;

        @Nullable
        JsonNode completions;

        boolean ephemeral;

        Interaction(String id, String user, String channel, Instant at, @Nullable String message) {
            this.id = id;
            this.token = "token-of-" + id;
            this.user = user;
            this.channel = channel;
            this.at = at;
            this.message = message;
        }
    }
}
