package io.cosmopilot.adapters.slack.fake;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What Slack says that people did, in the shapes of its Events API, interactions and slash commands. */
final class Payloads {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String APP = "A1";

    private Payloads() {}

    static ObjectNode message(String user, String channel, String text) {
        return object("message")
                .put("channel", channel)
                .put("channel_type", channel.startsWith("D") ? "im" : "channel")
                .put("user", user)
                .put("text", text);
    }

    static ObjectNode mention(String user, String channel, String text) {
        return object("app_mention").put("channel", channel).put("user", user).put("text", "<@UBOT> " + text);
    }

    static ObjectNode file(String user, String name, String address, String text) {
        ObjectNode message = message(user, "D" + user, text).put("subtype", "file_share");
        message.putArray("files").addObject().put("id", "F1").put("name", name).put("url_private_download", address);
        return message;
    }

    static ObjectNode homeOpened(String user) {
        return object("app_home_opened")
                .put("user", user)
                .put("channel", "D" + user)
                .put("tab", "home");
    }

    static ObjectNode event(ObjectNode event, String ts, Instant now) {
        ObjectNode inner = event.deepCopy().put("ts", ts).put("event_ts", ts);
        ObjectNode callback = object("event_callback")
                .put("team_id", FakeSlack.TEAM)
                .put("api_app_id", APP)
                .put("event_id", "Ev" + UUID.randomUUID().toString().substring(0, 10))
                .put("event_time", now.getEpochSecond());
        return callback.set("event", inner);
    }

    static ObjectNode command(String user, String channel, String line, String trigger, String responseAddress) {
        return JSON.createObjectNode()
                .put("command", "/cosmo")
                .put("text", line)
                .put("team_id", FakeSlack.TEAM)
                .put("user_id", user)
                .put("channel_id", channel)
                .put("user_name", user)
                .put("trigger_id", trigger)
                .put("response_url", responseAddress);
    }

    static ObjectNode button(JsonNode button, String ts) {
        return object("button")
                .put("action_id", button.get("action_id").asString())
                .put("value", button.path("value").asString(""))
                .put("block_id", "b")
                .put("action_ts", ts);
    }

    static ObjectNode option(Msg message, String value) {
        ObjectNode action = object("external_select")
                .put("action_id", message.select().get("action_id").asString())
                .put("block_id", message.selectBlock());
        ObjectNode option = action.putObject("selected_option").put("value", value);
        option.putObject("text").put("type", "plain_text").put("text", value);
        return action;
    }

    static ObjectNode action(String user, Msg message, ObjectNode action, String trigger) {
        ObjectNode payload = interaction("block_actions", user, trigger);
        payload.putObject("channel").put("id", message.channel);
        ObjectNode container = payload.putObject("container")
                .put("type", "message")
                .put("message_ts", message.ts)
                .put("channel_id", message.channel);
        if (message.thread != null) {
            container.put("thread_ts", message.thread);
        }
        payload.putArray("actions").add(action);
        return payload;
    }

    static ObjectNode suggestion(String user, Msg message, String typed, String trigger) {
        return interaction("block_suggestion", user, trigger)
                .put("action_id", message.select().get("action_id").asString())
                .put("block_id", message.selectBlock())
                .put("value", typed);
    }

    static ObjectNode submission(String user, Modal modal, Map<String, String> fields, String trigger) {
        ObjectNode payload = interaction("view_submission", user, trigger);
        ObjectNode view = payload.putObject("view")
                .put("id", "V1")
                .put("type", "modal")
                .put("callback_id", modal.view().get("callback_id").asString())
                .put("private_metadata", modal.view().get("private_metadata").asString());
        ObjectNode values = view.putObject("state").putObject("values");
        fields.forEach((name, value) -> values.putObject("f:" + name)
                .putObject("value")
                .put("type", "plain_text_input")
                .put("value", value));
        return payload;
    }

    private static ObjectNode interaction(String type, String user, String trigger) {
        ObjectNode payload = object(type).put("api_app_id", APP).put("trigger_id", trigger);
        payload.putObject("team").put("id", FakeSlack.TEAM);
        payload.putObject("user").put("id", user).put("team_id", FakeSlack.TEAM);
        return payload;
    }

    private static ObjectNode object(String type) {
        return JSON.createObjectNode().put("type", type);
    }
}
