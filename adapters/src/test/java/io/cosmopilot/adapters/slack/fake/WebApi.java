package io.cosmopilot.adapters.slack.fake;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The methods of the Web API that an app calls, as far as they concern a chat. */
final class WebApi {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Workspace workspace;
    private final Supplier<URI> sockets;
    private final Supplier<URI> http;
    private final Map<String, String> uploads = new ConcurrentHashMap<>();

    /**
     * @param sockets where Socket Mode listens
     * @param http where files are uploaded
     */
    WebApi(Workspace workspace, Supplier<URI> sockets, Supplier<URI> http) {
        this.workspace = workspace;
        this.sockets = sockets;
        this.http = http;
    }

    Map<String, Object> call(String method, Map<String, String> form) {
        return switch (method) {
            case "auth.test" ->
                ok(Map.of(
                        "team_id",
                        FakeSlack.TEAM,
                        "user_id",
                        "UBOT",
                        "bot_id",
                        "B1",
                        "url",
                        "https://example.slack.com/"));
            case "apps.connections.open" -> ok(Map.of("url", sockets.get().toString()));
            case "chat.postMessage" -> post(form);
            case "chat.update" -> update(form);
            case "chat.postEphemeral" -> whisper(form);
            case "views.open" -> open(form);
            case "views.publish" -> publish(form);
            case "users.info" -> ok(Map.of("user", user(of(form, "user"))));
            case "conversations.open" -> ok(Map.of("channel", Map.of("id", "D" + of(form, "users"))));
            case "conversations.history" -> ok(Map.of("messages", history(of(form, "channel"), null)));
            case "conversations.replies" -> ok(Map.of("messages", history(of(form, "channel"), form.get("ts"))));
            case "files.getUploadURLExternal" -> beginUpload(form);
            case "files.completeUploadExternal" -> completeUpload(form);
            default -> refused("unknown_method", "");
        };
    }

    private Map<String, Object> post(Map<String, String> form) {
        JsonNode blocks = blocks(form);
        Optional<String> fault = SlackLimits.fault(blocks);
        if (fault.isPresent()) {
            return refused("invalid_blocks", fault.get());
        }
        String key = JSON.readTree(form.getOrDefault("metadata", "{}"))
                .path("event_payload")
                .path("key")
                .asString("");
        String channel = Workspace.channel(of(form, "channel"));
        Msg message = new Msg(channel, workspace.nextTs(), form.get("thread_ts"), key, of(form, "text"), blocks);
        workspace.messages.add(message);
        return ok(Map.of("channel", channel, "ts", message.ts, "message", Map.of("ts", message.ts)));
    }

    private Map<String, Object> update(Map<String, String> form) {
        JsonNode blocks = blocks(form);
        Optional<String> fault = SlackLimits.fault(blocks);
        if (fault.isPresent()) {
            return refused("invalid_blocks", fault.get());
        }
        Optional<Msg> message = workspace.message(form.get("channel"), form.get("ts"));
        message.ifPresent(found -> found.edit(of(form, "text"), blocks));
        return message.map(found -> ok(Map.of("channel", found.channel, "ts", found.ts)))
                .orElseGet(() -> refused("message_not_found", ""));
    }

    private static JsonNode blocks(Map<String, String> form) {
        return JSON.readTree(form.getOrDefault("blocks", "[]"));
    }

    private Map<String, Object> whisper(Map<String, String> form) {
        workspace.whispers.add(new Workspace.Whisper(of(form, "channel"), of(form, "user"), of(form, "text")));
        return ok(Map.of("message_ts", workspace.nextTs()));
    }

    private Map<String, Object> open(Map<String, String> form) {
        Optional<String> late = workspace.pull(form.get("trigger_id"));
        if (late.isPresent()) {
            return refused(late.get(), "");
        }
        JsonNode view = JSON.readTree(form.get("view"));
        Optional<String> fault = SlackLimits.viewFault(view);
        if (fault.isPresent()) {
            return refused("invalid_arguments", fault.get());
        }
        workspace.modals.add(new Modal(view));
        return ok(Map.of("view", Map.of("id", "V1")));
    }

    private Map<String, Object> publish(Map<String, String> form) {
        JsonNode view = JSON.readTree(form.get("view"));
        Optional<String> fault = SlackLimits.homeFault(view);
        if (fault.isPresent()) {
            return refused("invalid_arguments", fault.get());
        }
        workspace.homes.put(of(form, "user_id"), view);
        return ok(Map.of("view", Map.of("id", "V0")));
    }

    private Map<String, Object> user(String id) {
        Workspace.User user = workspace.user(id);
        return Map.of("id", id, "name", id, "real_name", user.name(), "locale", user.locale());
    }

    private List<Map<String, Object>> history(String channel, @Nullable String thread) {
        return workspace.messages(channel).stream()
                .filter(message -> thread == null ? message.thread == null : thread.equals(message.thread))
                .map(WebApi::past)
                .toList();
    }

    private static Map<String, Object> past(Msg message) {
        var metadata = Map.of("event_type", "cosmopilot_message", "event_payload", Map.of("key", message.key));
        return Map.of("ts", message.ts, "type", "message", "text", message.text, "metadata", metadata);
    }

    private Map<String, Object> beginUpload(Map<String, String> form) {
        String id = "F" + UUID.randomUUID().toString().substring(0, 8);
        uploads.put(id, of(form, "filename"));
        return ok(Map.of("upload_url", http.get().resolve("/upload/" + id).toString(), "file_id", id));
    }

    private Map<String, Object> completeUpload(Map<String, String> form) {
        JSON.readTree(form.get("files"))
                .forEach(file -> workspace.shared.add(uploads.get(file.get("id").asString())));
        return ok(Map.of("files", List.of()));
    }

    private static Map<String, Object> ok(Map<String, Object> more) {
        Map<String, Object> answer = new LinkedHashMap<>(more);
        answer.put("ok", true);
        return answer;
    }

    private static Map<String, Object> refused(String error, String detail) {
        return Map.of("ok", false, "error", error, "detail", detail);
    }

    private static String of(Map<String, String> form, String name) {
        return form.getOrDefault(name, "");
    }
}
