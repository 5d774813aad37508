package io.cosmopilot.adapters.discord.fake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody with a Discord account, and what they can do with their mouse and keyboard. */
public final class Visitor {

    private final State state;
    private final Gateway gateway;
    private final ObjectNode user;
    private final String direct;

    Visitor(State state, Gateway gateway, ObjectNode user) {
        this.state = state;
        this.gateway = gateway;
        this.user = user;
        this.direct = state.direct(user.path("id").asString());
    }

    public String id() {
        return user.path("id").asString();
    }

    public String name() {
        return user.path("username").asString();
    }

    /** The direct messages with the bot. */
    public Room direct() {
        return new Room(state, direct);
    }

    public String says(String text) {
        return says(direct(), text);
    }

    /** Writes in a channel or thread. */
    public String says(Room where, String text) {
        ObjectNode body = State.JSON.createObjectNode().put("content", text);
        return posts(where, body, Map.of());
    }

    /** Calls the bot in a channel. */
    public String mentions(Room where, String text) {
        ObjectNode body = State.JSON.createObjectNode().put("content", "<@" + state.botId() + "> " + text);
        return posts(where, body, Map.of());
    }

    public String sends(String file, byte[] content, String text) {
        return posts(direct(), State.JSON.createObjectNode().put("content", text), Map.of(file, content));
    }

    private String posts(Room where, ObjectNode body, Map<String, byte[]> files) {
        ObjectNode message = state.post(where.id(), user, body, files, false).deepCopy();
        if (!state.isDirect(where.id())) {
            message.set("member", state.member(user));
        }
        if (body.path("content").asString().contains("<@" + state.botId() + ">")) {
            message.set("mentions", State.JSON.createArrayNode().add(state.bot.deepCopy()));
        }
        gateway.dispatch("MESSAGE_CREATE", message);
        return message.path("id").asString();
    }

    /** Presses a button, in whatever channel the message is. */
    public Reaction presses(Seen message, String label) {
        JsonNode button = message.button(label)
                .orElseThrow(() -> new AssertionError("no button “" + label + "” on " + message.all()));
        return acts(
                3,
                where(message),
                message,
                data -> data.put("component_type", 2)
                        .put("custom_id", button.path("custom_id").asString()));
    }

    public Reaction selects(Seen message, String option) {
        JsonNode select = message.select(option)
                .orElseThrow(() -> new AssertionError("no option “" + option + "” in " + message.all()));
        return acts(3, where(message), message, data -> {
            data.put("component_type", 3)
                    .put("custom_id", select.path("custom_id").asString());
            data.set(
                    "values",
                    State.JSON.createArrayNode().add(Seen.value(select, option).orElseThrow()));
        });
    }

    /** A component that nobody shows: as somebody might make up. */
    public Reaction forges(Seen message, String customId) {
        return acts(
                3,
                where(message),
                message,
                data -> data.put("component_type", 2).put("custom_id", customId));
    }

    /** {@code /cosmo <command>} in the direct messages. */
    public Reaction commands(String command, Map<String, String> options) {
        return commands(direct(), command, options);
    }

    public Reaction commands(Room where, String command, Map<String, String> options) {
        return acts(2, where.id(), null, data -> command(data, command, options, null));
    }

    /** What is proposed while an option is typed. */
    public List<String> completes(String command, String option, String typed) {
        Reaction reaction = acts(4, direct, null, data -> command(data, command, Map.of(option, typed), option));
        state.await("proposals", () -> reaction.interaction.completions != null);
        return List.copyOf(Objects.requireNonNull(reaction.interaction.completions)
                .valueStream()
                .map(choice -> choice.path("value").asString())
                .toList());
    }

    private void command(ObjectNode data, String command, Map<String, String> options, @Nullable String focused) {
        ObjectNode root = state.read(() -> state.commands.getFirst());
        data.put("id", root.path("id").asString())
                .put("type", 1)
                .put("name", root.path("name").asString());
        ArrayNode filled = State.JSON.createArrayNode();
        options.forEach(
                (name, value) -> filled.add(option(root, command, name, value).put("focused", name.equals(focused))));
        ObjectNode sub = State.JSON.createObjectNode().put("name", command).put("type", 1);
        sub.set("options", filled);
        data.set("options", State.JSON.createArrayNode().add(sub));
    }

    private static ObjectNode option(JsonNode root, String command, String name, String value) {
        for (JsonNode sub : root.path("options")) {
            for (JsonNode option : sub.path("options")) {
                if (sub.path("name").asString().equals(command)
                        && option.path("name").asString().equals(name)) {
                    int type = option.path("type").asInt();
                    ObjectNode filled =
                            State.JSON.createObjectNode().put("name", name).put("type", type);
                    return type == 4 ? filled.put("value", Long.parseLong(value)) : filled.put("value", value);
                }
            }
        }
        throw new AssertionError("/cosmo " + command + " has no option " + name);
    }

    private String where(Seen message) {
        return message.json().path("channel_id").asString();
    }

    private Reaction acts(int type, String channel, @Nullable Seen message, Consumer<ObjectNode> filling) {
        String id = state.id();
        State.Interaction interaction =
                new State.Interaction(id, id(), channel, state.clock.instant(), message == null ? null : message.id());
        state.change(() -> state.interactions.put(id, interaction));
        ObjectNode event = State.JSON
                .createObjectNode()
                .put("id", id)
                .put("application_id", state.botId())
                .put("type", type)
                .put("token", interaction.token)
                .put("version", 1)
                .put("channel_id", channel)
                .put("locale", state.locale(id()))
                .put("app_permissions", "8")
                .put("context", state.isDirect(channel) ? 1 : 0);
        event.set("channel", state.channelJson(channel));
        event.set("entitlements", State.JSON.createArrayNode());
        event.set("authorizing_integration_owners", State.JSON.createObjectNode());
        if (state.isDirect(channel)) {
            event.set("user", user);
        } else {
            event.put("guild_id", state.guild).put("guild_locale", "en-US");
            ObjectNode guild =
                    State.JSON.createObjectNode().put("id", state.guild).put("locale", "en-US");
            guild.set("features", State.JSON.createArrayNode());
            event.set("guild", guild);
            event.set("member", state.member(user));
        }
        if (message != null) {
            event.set("message", message.json());
        }
        ObjectNode data = State.JSON.createObjectNode();
        filling.accept(data);
        event.set("data", data);
        gateway.dispatch("INTERACTION_CREATE", event);
        return new Reaction(interaction);
    }

    /** What comes of something that was pressed, typed or sent. */
    public final class Reaction {

        private final State.Interaction interaction;

        private Reaction(State.Interaction interaction) {
            this.interaction = interaction;
        }

        public String id() {
            return interaction.id;
        }

        /** Waits for the first response, of whatever kind. */
        public Reaction answered() {
            state.await("an answer to the interaction", () -> interaction.response != 0);
            return this;
        }

        public boolean isAnswered() {
            return state.read(() -> interaction.response != 0);
        }

        /** What is said in private. */
        public Seen told() {
            state.await("private words", () -> privately().isPresent());
            return privately().orElseThrow();
        }

        /** What is said in private, and is so. */
        public Seen told(Predicate<Seen> so) {
            state.await("private words", () -> whispers().stream().anyMatch(so));
            return whispers().stream().filter(so).findFirst().orElseThrow();
        }

        public List<Seen> whispers() {
            return state.messages(interaction.channel).stream()
                    .filter(message -> message.path("to").asString("").equals(interaction.user))
                    .filter(message -> Long.parseLong(message.path("id").asString()) > Long.parseLong(interaction.id))
                    .map(Seen::new)
                    .toList();
        }

        private Optional<Seen> privately() {
            return whispers().reversed().stream().findFirst();
        }

        /** The form that has opened. */
        public JsonNode form() {
            state.await("a form", () -> interaction.modal != null);
            return Objects.requireNonNull(interaction.modal);
        }

        /** Fills the form in, by the names of its fields, and sends it. */
        public Reaction submits(Map<String, String> values) {
            JsonNode form = form();
            ObjectNode on = interaction.message == null ? null : state.message(interaction.message);
            return acts(5, interaction.channel, on == null ? null : new Seen(on), data -> {
                data.put("custom_id", form.path("custom_id").asString());
                ArrayNode filled = State.JSON.createArrayNode();
                form.path("components").forEach(label -> filled.add(filled(label.path("component"), values, data)));
                data.set("components", filled);
            });
        }

        private ObjectNode filled(JsonNode input, Map<String, String> values, ObjectNode data) {
            String name = input.path("custom_id").asString();
            int type = input.path("type").asInt();
            ObjectNode field = State.JSON
                    .createObjectNode()
                    .put("id", 2 + data.path("components").size())
                    .put("type", type)
                    .put("custom_id", name);
            String value = values.getOrDefault(name, input.path("value").asString(""));
            switch (type) {
                case 4 -> field.put("value", value);
                case 3 -> field.set("values", chosen(value));
                default -> {
                    ArrayNode ids = State.JSON.createArrayNode();
                    if (!value.isEmpty()) {
                        ObjectNode file = state.attachment(name + ".yaml", value.getBytes(StandardCharsets.UTF_8));
                        ids.add(file.path("id").asString());
                        ObjectNode attachments = State.JSON.createObjectNode();
                        attachments.set(file.path("id").asString(), file);
                        data.set("resolved", State.JSON.createObjectNode().set("attachments", attachments));
                    }
                    field.set("values", ids);
                }
            }
            ObjectNode label = State.JSON.createObjectNode().put("id", 1).put("type", 18);
            label.set("component", field);
            return label;
        }

        private static ArrayNode chosen(String value) {
            ArrayNode values = State.JSON.createArrayNode();
            return value.isEmpty() ? values : values.add(value);
        }
    }
}
