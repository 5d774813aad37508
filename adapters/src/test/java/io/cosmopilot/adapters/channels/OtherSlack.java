package io.cosmopilot.adapters.channels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.adapters.slack.fake.FakeSlack;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A Slack that others have written, for its Web API. It tells us nothing by itself: what people do there is told here,
 * signed. The bot may do what the manifest says, and no more.
 */
final class OtherSlack implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final Npm program = Npm.start("slack", FakeSlack.BOT_TOKEN, String.join(",", scopes()));

    String api() {
        return program.url() + "/api/";
    }

    /** Of the bot, as the manifest in the documentation asks for them. */
    private static List<String> scopes() {
        try {
            return Files.readString(Path.of("docs/slack-manifest.yaml"))
                    .replaceAll("(?s).*\\n {4}bot:\\n(.*?)\\nsettings:.*", "$1")
                    .lines()
                    .map(line -> line.replace("-", "").strip())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String team() {
        return call("auth.test", Map.of()).path("team_id").asString();
    }

    String user(String name) {
        return named("users.list", "members", name);
    }

    String channel(String name) {
        return named("conversations.list", "channels", name);
    }

    /** The direct messages of the bot and somebody. */
    String direct(String user) {
        return call("conversations.open", Map.of("users", user))
                .path("channel")
                .path("id")
                .asString();
    }

    private String named(String method, String list, String name) {
        return call(method, Map.of())
                .path(list)
                .valueStream()
                .filter(each -> each.path("name").asString("").equals(name))
                .findFirst()
                .map(each -> each.path("id").asString())
                .orElseThrow();
    }

    /** Oldest first, each as it is now. */
    List<JsonNode> messages(String channel) {
        List<JsonNode> messages = new ArrayList<>();
        call("conversations.history", Map.of("channel", channel, "limit", "100"))
                .path("messages")
                .forEach(messages::addFirst);
        return messages;
    }

    List<JsonNode> thread(String channel, String ts) {
        return call("conversations.replies", Map.of("channel", channel, "ts", ts))
                .path("messages")
                .valueStream()
                .toList();
    }

    /** The latest message that has the text and a button of this label; an empty label is any. */
    Optional<JsonNode> find(String channel, String text, String label) {
        return messages(channel).reversed().stream()
                .filter(message -> message.toString().contains(text))
                .filter(message -> label.isEmpty() || button(message, label).isPresent())
                .findFirst();
    }

    static Optional<JsonNode> button(JsonNode message, String label) {
        return message.path("blocks")
                .valueStream()
                .flatMap(block -> block.path("elements").valueStream())
                .filter(element ->
                        element.path("text").path("text").asString("").equals(label))
                .findFirst();
    }

    /** What whoever runs it can see, such as the forms that are open. */
    String inspected(String tab) {
        return send(HttpRequest.newBuilder(URI.create(program.url() + "/?tab=" + tab))
                .build());
    }

    JsonNode call(String method, Map<String, String> arguments) {
        String body = arguments.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return JsonMapper.shared()
                .readTree(send(HttpRequest.newBuilder(URI.create(api() + method))
                        .header("Authorization", "Bearer onlooker")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build()));
    }

    /** Tells the application what somebody has done. */
    final class Hands {
        private final URI events;
        private final String user;

        Hands(int port, String user) {
            this.events = URI.create("http://127.0.0.1:" + port + "/slack/events");
            this.user = user;
        }

        void say(String text) {
            event(Map.of("type", "message", "channel", direct(user), "channel_type", "im", "text", text));
        }

        void reply(String channel, JsonNode root, String text) {
            event(Map.of(
                    "type",
                    "message",
                    "channel",
                    channel,
                    "channel_type",
                    "channel",
                    "text",
                    text,
                    "thread_ts",
                    root.path("ts").asString()));
        }

        void openHome() {
            event(Map.of("type", "app_home_opened", "channel", direct(user), "tab", "home"));
        }

        void press(String channel, JsonNode message, String label) {
            JsonNode button = button(message, label).orElseThrow();
            interact(Map.of(
                    "type", "block_actions",
                    "channel", Map.of("id", channel),
                    "container", Map.of("message_ts", message.path("ts").asString(), "channel_id", channel),
                    "actions",
                            List.of(Map.of(
                                    "type",
                                    "button",
                                    "block_id",
                                    "b",
                                    "action_id",
                                    button.path("action_id").asString(),
                                    "value",
                                    button.path("value").asString()))));
        }

        void submit(String carried, Map<String, String> fields) {
            Map<String, Object> values = new HashMap<>();
            fields.forEach((name, value) ->
                    values.put("f:" + name, Map.of("value", Map.of("type", "plain_text_input", "value", value))));
            interact(Map.of(
                    "type",
                    "view_submission",
                    "view",
                    Map.of(
                            "id", "V1",
                            "type", "modal",
                            "callback_id", "form",
                            "private_metadata", carried,
                            "state", Map.of("values", values))));
        }

        private void event(Map<String, Object> event) {
            Map<String, Object> inner = new HashMap<>(event);
            inner.put("user", user);
            inner.put("ts", "1.0");
            tell(
                    JsonMapper.shared()
                            .writeValueAsString(Map.of(
                                    "type",
                                    "event_callback",
                                    "team_id",
                                    team(),
                                    "event_id",
                                    "Ev" + UUID.randomUUID(),
                                    "event",
                                    inner)),
                    true);
        }

        private void interact(Map<String, Object> done) {
            Map<String, Object> payload = new HashMap<>(done);
            String trigger = call("views.generateTriggerId", Map.of("user_id", user))
                    .path("trigger_id")
                    .asString();
            payload.put("team", Map.of("id", team()));
            payload.put("user", Map.of("id", user));
            payload.put("trigger_id", trigger);
            String json = JsonMapper.shared().writeValueAsString(payload);
            tell("payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8), false);
        }

        private void tell(String body, boolean json) {
            assertThat(send(FakeSlack.signed(events, body, Instant.now(), FakeSlack.SECRET, json)))
                    .isEmpty();
        }
    }

    private static String send(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response::body).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
