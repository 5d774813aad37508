package io.cosmopilot.adapters.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Slack as an app sees it: the Web API, Socket Mode with up to ten sockets of which each event goes to one, signed HTTP
 * events, acknowledgement within three seconds or it is told again (at once, after one and after five minutes), trigger
 * ids that last three seconds, response addresses that last half an hour and five answers, rate limits, disconnect frames,
 * and faults on demand. Time passes by {@link #pass} only.
 */
public final class FakeSlack implements AutoCloseable {

    public static final String TEAM = "T0001";
    public static final String BOT_TOKEN = "xoxb-1-made-up";
    public static final String APP_TOKEN = "xapp-1-made-up";
    public static final String SECRET = "made-up-signing-secret";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration ACK = Duration.ofSeconds(3);
    private static final List<Duration> AGAIN = List.of(ACK, Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final HttpServer http;
    private final Sockets sockets;
    private final List<Msg> messages = new CopyOnWriteArrayList<>();
    private final List<Whisper> whispers = new CopyOnWriteArrayList<>();
    private final List<Modal> modals = new CopyOnWriteArrayList<>();
    private final Map<String, JsonNode> homes = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final Map<String, String> locales = new ConcurrentHashMap<>();
    private final Map<String, Instant> triggers = new ConcurrentHashMap<>();
    private final ResponseUrls responses = new ResponseUrls();
    private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, String> uploads = new ConcurrentHashMap<>();
    private final List<String> shared = new CopyOnWriteArrayList<>();
    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final AtomicInteger drops = new AtomicInteger();
    private final AtomicInteger doubles = new AtomicInteger();
    private final AtomicInteger lostAcks = new AtomicInteger();
    private volatile @Nullable URI events;
    private volatile boolean away;
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private long ts = 1_700_000_000_000_000L;
    private int turn;

    public FakeSlack() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.createContext("/api/", this::api);
            http.createContext("/files/", this::file);
            http.createContext("/upload/", this::uploaded);
            http.createContext("/commands/", this::responded);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.start();
            sockets = new Sockets();
            sockets.start();
            await(() -> sockets.getPort() > 0 && sockets.open);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- what the app is told

    /** As {@code cosmopilot.slack.api-url}. */
    public String apiUrl() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/api/";
    }

    /** From now on events go to this address by signed HTTP, not to sockets. */
    public void deliverTo(URI address) {
        events = address;
    }

    public FakeSlack user(String id, String name, String locale) {
        names.put(id, name);
        locales.put(id, locale);
        return this;
    }

    // ---- what people do

    /** A direct message. */
    public Told say(String user, String text) {
        return event(
                Map.of("type", "message", "channel", "D" + user, "channel_type", "im", "user", user, "text", text));
    }

    public Told mention(String user, String channel, String text) {
        return event(Map.of("type", "app_mention", "channel", channel, "user", user, "text", "<@UBOT> " + text));
    }

    /** A message in the thread below another. */
    public Told reply(String user, Msg root, String text) {
        return event(Map.of(
                "type",
                "message",
                "channel",
                root.channel,
                "channel_type",
                "channel",
                "user",
                user,
                "text",
                text,
                "thread_ts",
                root.ts));
    }

    /** A file in a direct message; without content it cannot be fetched. */
    public Told share(String user, String name, byte @Nullable [] content, String text) {
        if (content != null) {
            files.put(name, content);
        }
        String address = "http://127.0.0.1:" + http.getAddress().getPort() + "/files/" + name;
        return event(Map.of(
                "type",
                "message",
                "subtype",
                "file_share",
                "channel",
                "D" + user,
                "channel_type",
                "im",
                "user",
                user,
                "text",
                text,
                "files",
                List.of(Map.of("id", "F1", "name", name, "url_private_download", address))));
    }

    public Told openHome(String user) {
        return event(Map.of("type", "app_home_opened", "user", user, "channel", "D" + user, "tab", "home"));
    }

    public Told command(String user, String channel, String line) {
        Map<String, Object> payload = new LinkedHashMap<>(Map.of(
                "command",
                "/cosmo",
                "text",
                line,
                "team_id",
                TEAM,
                "user_id",
                user,
                "channel_id",
                channel,
                "user_name",
                user,
                "trigger_id",
                trigger(),
                "response_url",
                responseUrl(user, channel).toString()));
        return tell("slash_commands", payload);
    }

    /** Presses the button with this label or choice. */
    public Told press(String user, Msg message, String choice) {
        JsonNode button =
                message.button(choice).orElseThrow(() -> new AssertionError("no " + choice + " in " + message));
        return act(
                user,
                message,
                Map.of(
                        "type",
                        "button",
                        "action_id",
                        button.get("action_id").asString(),
                        "value",
                        button.path("value").asString(""),
                        "block_id",
                        "b",
                        "action_ts",
                        nextTs()));
    }

    /** What the select of a message finds for what is typed. */
    public JsonNode search(String user, Msg message, String typed) {
        JsonNode select = message.select();
        Told asked = tell(
                "interactive",
                payload(
                        "block_suggestion",
                        user,
                        Map.of(
                                "action_id",
                                select.get("action_id").asString(),
                                "block_id",
                                message.selectBlock(),
                                "value",
                                typed)));
        SlackLimits.optionsFault(asked.answer().path("options")).ifPresent(fault -> {
            throw new AssertionError("Slack shows no such options: " + fault);
        });
        return asked.answer();
    }

    public Told pick(String user, Msg message, String value) {
        return act(
                user,
                message,
                Map.of(
                        "type",
                        "external_select",
                        "action_id",
                        message.select().get("action_id").asString(),
                        "block_id",
                        message.selectBlock(),
                        "selected_option",
                        Map.of("text", Map.of("type", "plain_text", "text", value), "value", value)));
    }

    /** Fills in a modal: texts by field name. */
    public Told submit(String user, Modal modal, Map<String, String> fields) {
        Map<String, Object> values = new HashMap<>();
        fields.forEach((name, value) ->
                values.put("f:" + name, Map.of("value", Map.of("type", "plain_text_input", "value", value))));
        Map<String, Object> view = new HashMap<>(Map.of(
                "id",
                "V1",
                "type",
                "modal",
                "callback_id",
                modal.view.get("callback_id").asString(),
                "private_metadata",
                modal.view.get("private_metadata").asString(),
                "state",
                Map.of("values", values)));
        return tell("interactive", payload("view_submission", user, Map.of("view", view)));
    }

    // ---- what can be seen

    public List<Msg> messages(String channel) {
        return messages.stream()
                .filter(message -> message.channel.equals(channel))
                .toList();
    }

    /** The latest message there, once there is one whose text has this in it. */
    public Msg awaitMessage(String channel, String text) {
        await(
                () -> messages(channel).stream()
                        .anyMatch(message -> message.shown().contains(text)),
                () -> text + " in " + channel + ", where there is " + messages(channel));
        return messages(channel).reversed().stream()
                .filter(message -> message.shown().contains(text))
                .findFirst()
                .orElseThrow();
    }

    public Modal awaitModal() {
        await(() -> !modals.isEmpty(), () -> "a form; refused: " + refusals);
        return modals.removeLast();
    }

    public String awaitWhisper(String user) {
        await(
                () -> whispers.stream().anyMatch(whisper -> whisper.user.equals(user)),
                () -> "a private answer to " + user);
        Whisper last = whispers.stream()
                .filter(whisper -> whisper.user.equals(user))
                .reduce((a, b) -> b)
                .orElseThrow();
        whispers.remove(last);
        return last.text;
    }

    public Optional<JsonNode> home(String user) {
        return Optional.ofNullable(homes.get(user));
    }

    /** Names of the files that the app has shared. */
    public List<String> shared() {
        return shared;
    }

    /** Every call of the Web API, by name. */
    public List<String> calls() {
        return calls;
    }

    /** Why calls were refused, such as {@code invalid_blocks: …}. */
    public List<String> refusals() {
        return refusals;
    }

    public int openSockets() {
        return sockets.open().size();
    }

    // ---- time and faults

    /** Time passes; what was not acknowledged is told again when its time has come. */
    public void pass(Duration time) {
        now = now.plus(time);
        told.values().stream().filter(each -> each.due(now)).forEach(each -> {
            each.attempts.incrementAndGet();
            send(each);
        });
    }

    /** The next events get lost on their way. */
    public void drop(int next) {
        drops.set(next);
    }

    /** The next events arrive twice. */
    public void duplicate(int next) {
        doubles.set(next);
    }

    /** The next acknowledgements get lost on their way. */
    public void loseAcks(int next) {
        lostAcks.set(next);
    }

    /** The next call of the method is answered by 429. */
    public void limit(String method, int retryAfter) {
        faults.computeIfAbsent(method, key -> new ArrayDeque<>()).add(new Fault(429, retryAfter, false, ""));
    }

    /** The next call of the method for a place, as the call names it, is answered by 429: Slack limits posts place by place. */
    public void limit(String method, String channel, int retryAfter) {
        limit(method + " " + channel, retryAfter);
    }

    /** The next call of the method does what it should, but the answer gets lost. */
    public void loseAnswer(String method) {
        faults.computeIfAbsent(method, key -> new ArrayDeque<>()).add(new Fault(500, 0, true, ""));
    }

    /** The next call of the method is refused. */
    public void refuse(String method, String error) {
        faults.computeIfAbsent(method, key -> new ArrayDeque<>()).add(new Fault(200, 0, false, error));
    }

    /** Asks all sockets to come back, and closes them. */
    public void disconnect() {
        sockets.open().forEach(socket -> {
            socket.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
            socket.close();
        });
    }

    /** The file begins to come, and its last byte does not until it is let go. */
    public void hold(String name) {
        held.put(name, new CountDownLatch(1));
    }

    public void release(String name) {
        Objects.requireNonNull(held.remove(name)).countDown();
    }

    /** From now on Slack cannot be reached, and every socket is lost; or it is there again. */
    public void away(boolean now) {
        away = now;
        if (now) {
            sockets.open().forEach(WebSocket::close);
        }
    }

    @Override
    public void close() {
        try {
            sockets.stop(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.stop(0);
    }

    // ---- how it is told

    private Told event(Map<String, Object> event) {
        Map<String, Object> inner = new LinkedHashMap<>(event);
        inner.putIfAbsent("ts", nextTs());
        inner.put("event_ts", inner.get("ts"));
        return tell(
                "events_api",
                Map.of(
                        "type",
                        "event_callback",
                        "team_id",
                        TEAM,
                        "api_app_id",
                        "A1",
                        "event_id",
                        "Ev" + UUID.randomUUID().toString().substring(0, 10),
                        "event_time",
                        now.getEpochSecond(),
                        "event",
                        inner));
    }

    private Told act(String user, Msg message, Map<String, Object> action) {
        Map<String, Object> container =
                new HashMap<>(Map.of("type", "message", "message_ts", message.ts, "channel_id", message.channel));
        if (message.thread != null) {
            container.put("thread_ts", message.thread);
        }
        return tell(
                "interactive",
                payload(
                        "block_actions",
                        user,
                        Map.of(
                                "channel",
                                Map.of("id", message.channel),
                                "container",
                                container,
                                "actions",
                                List.of(action))));
    }

    private Map<String, Object> payload(String type, String user, Map<String, Object> more) {
        Map<String, Object> payload = new LinkedHashMap<>(Map.of(
                "type",
                type,
                "team",
                Map.of("id", TEAM),
                "user",
                Map.of("id", user, "team_id", TEAM),
                "api_app_id",
                "A1",
                "trigger_id",
                trigger()));
        payload.putAll(more);
        return payload;
    }

    /** Where a command of somebody is answered without a token. */
    URI responseUrl(String user, String channel) {
        return URI.create(
                "http://127.0.0.1:" + http.getAddress().getPort() + "/commands/" + responses.give(channel, user, now));
    }

    String trigger() {
        String id = "tr." + UUID.randomUUID();
        triggers.put(id, now);
        return id;
    }

    private Told tell(String type, Map<String, Object> payload) {
        Told each = new Told(UUID.randomUUID().toString(), type, payload, now);
        told.put(each.id, each);
        send(each);
        return each;
    }

    private void send(Told each) {
        each.sent = now;
        if (taken(drops)) {
            return;
        }
        int times = taken(doubles) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            if (events != null) {
                post(each, events);
            } else {
                List<WebSocket> open = sockets.open();
                if (!open.isEmpty()) {
                    open.get(turn++ % open.size()).send(envelope(each));
                }
            }
        }
    }

    private static String envelope(Told each) {
        return JSON.writeValueAsString(Map.of(
                "type",
                each.type,
                "envelope_id",
                each.id,
                "payload",
                each.payload,
                "accepts_response_payload",
                !each.type.equals("events_api"),
                "retry_attempt",
                each.attempts.get(),
                "retry_reason",
                each.attempts.get() == 0 ? "" : "timeout"));
    }

    private void post(Told each, URI address) {
        String body = switch (each.type) {
            case "events_api" -> JSON.writeValueAsString(each.payload);
            case "interactive" -> "payload=" + encoded(JSON.writeValueAsString(each.payload));
            default ->
                each.payload.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encoded(String.valueOf(entry.getValue())))
                        .reduce((a, b) -> a + "&" + b)
                        .orElse("");
        };
        HttpRequest request = signed(address, body, Instant.now(), SECRET, each.type.equals("events_api"));
        if (each.attempts.get() > 0) {
            request = HttpRequest.newBuilder(request, (name, value) -> true)
                    .header("X-Slack-Retry-Num", each.attempts.toString())
                    .header("X-Slack-Retry-Reason", "http_error")
                    .build();
        }
        CompletableFuture<Void> unused = client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenAccept(response -> {
                    each.status = response.statusCode();
                    if (response.statusCode() == 200) {
                        acknowledged(each.id, response.body().isBlank() ? null : JSON.readTree(response.body()));
                    }
                });
    }

    /** A request as Slack signs it. */
    public static HttpRequest signed(URI address, String body, Instant at, String secret, boolean json) {
        String stamp = String.valueOf(at.getEpochSecond());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] sum = mac.doFinal(("v0:" + stamp + ":" + body).getBytes(StandardCharsets.UTF_8));
            return HttpRequest.newBuilder(address)
                    .header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
                    .header("X-Slack-Request-Timestamp", stamp)
                    .header("X-Slack-Signature", "v0=" + HexFormat.of().formatHex(sum))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void acknowledged(String envelope, @Nullable JsonNode answer) {
        if (taken(lostAcks)) {
            return;
        }
        Told each = told.get(envelope);
        if (each != null) {
            each.ack.complete(Optional.ofNullable(answer));
        }
    }

    // ---- the Web API

    private void api(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        calls.add(method);
        if (away) {
            answer(exchange, 503, Map.of("ok", false, "error", "service_unavailable"));
            return;
        }
        Fault fault = Optional.ofNullable(faults.get(method + " " + form.get("channel")))
                .or(() -> Optional.ofNullable(faults.get(method)))
                .map(Deque::poll)
                .orElse(null);
        if (fault != null && !fault.applies) {
            if (fault.status == 429) {
                exchange.getResponseHeaders().add("Retry-After", String.valueOf(fault.retryAfter));
            }
            answer(
                    exchange,
                    fault.status,
                    Map.of("ok", false, "error", fault.error.isEmpty() ? "ratelimited" : fault.error));
            return;
        }
        Map<String, Object> answer = called(method, form);
        if (Boolean.FALSE.equals(answer.get("ok"))) {
            refusals.add(method + ": " + answer.get("error") + " " + answer.getOrDefault("detail", ""));
        }
        answer(exchange, fault == null ? 200 : fault.status, answer);
    }

    private Map<String, Object> called(String method, Map<String, String> form) {
        return switch (method) {
            case "auth.test" ->
                ok("team_id", TEAM, "user_id", "UBOT", "bot_id", "B1", "url", "https://example.slack.com/");
            case "apps.connections.open" -> ok("url", "ws://127.0.0.1:" + sockets.getPort() + "/link");
            case "chat.postMessage" -> posted(form);
            case "chat.update" -> updated(form);
            case "chat.postEphemeral" -> {
                whispers.add(new Whisper(of(form, "channel"), of(form, "user"), of(form, "text")));
                yield ok("message_ts", nextTs());
            }
            case "views.open" -> opened(form);
            case "views.publish" -> published(form);
            case "users.info" ->
                ok(
                        "user",
                        Map.of(
                                "id",
                                form.get("user"),
                                "name",
                                form.get("user"),
                                "real_name",
                                names.getOrDefault(form.get("user"), form.get("user")),
                                "locale",
                                locales.getOrDefault(form.get("user"), "en-US")));
            case "conversations.open" -> ok("channel", Map.of("id", "D" + form.get("users")));
            case "conversations.history" -> ok("messages", history(of(form, "channel"), null));
            case "conversations.replies" -> ok("messages", history(of(form, "channel"), form.get("ts")));
            case "files.getUploadURLExternal" -> {
                String id = "F" + UUID.randomUUID().toString().substring(0, 8);
                uploads.put(id, form.get("filename"));
                yield ok(
                        "upload_url",
                        "http://127.0.0.1:" + http.getAddress().getPort() + "/upload/" + id,
                        "file_id",
                        id);
            }
            case "files.completeUploadExternal" -> {
                JSON.readTree(form.get("files"))
                        .forEach(file -> shared.add(uploads.get(file.get("id").asString())));
                yield ok("files", List.of());
            }
            default -> Map.of("ok", false, "error", "unknown_method");
        };
    }

    private Map<String, Object> posted(Map<String, String> form) {
        JsonNode blocks = JSON.readTree(form.getOrDefault("blocks", "[]"));
        Optional<String> fault = SlackLimits.fault(blocks);
        if (fault.isPresent()) {
            return Map.of("ok", false, "error", "invalid_blocks", "detail", fault.get());
        }
        String place = of(form, "channel");
        String channel = place.startsWith("U") ? "D" + place : place;
        String key = form.containsKey("metadata")
                ? JSON.readTree(form.get("metadata"))
                        .path("event_payload")
                        .path("key")
                        .asString("")
                : "";
        Msg message = new Msg(channel, nextTs(), form.get("thread_ts"), key, form.getOrDefault("text", ""), blocks);
        messages.add(message);
        return ok("channel", channel, "ts", message.ts, "message", Map.of("ts", message.ts));
    }

    private Map<String, Object> updated(Map<String, String> form) {
        JsonNode blocks = JSON.readTree(form.getOrDefault("blocks", "[]"));
        Optional<String> fault = SlackLimits.fault(blocks);
        if (fault.isPresent()) {
            return Map.of("ok", false, "error", "invalid_blocks", "detail", fault.get());
        }
        return messages.stream()
                .filter(message -> message.channel.equals(form.get("channel")) && message.ts.equals(form.get("ts")))
                .findFirst()
                .map(message -> {
                    message.text = form.getOrDefault("text", "");
                    message.blocks = blocks;
                    message.edits.incrementAndGet();
                    return ok("channel", message.channel, "ts", message.ts);
                })
                .orElseGet(() -> Map.of("ok", false, "error", "message_not_found"));
    }

    private Map<String, Object> opened(Map<String, String> form) {
        Instant asked = triggers.remove(form.get("trigger_id"));
        if (asked == null) {
            return Map.of("ok", false, "error", "exchanged_trigger_id");
        }
        if (now.isAfter(asked.plus(ACK))) {
            return Map.of("ok", false, "error", "expired_trigger_id");
        }
        JsonNode view = JSON.readTree(form.get("view"));
        Optional<String> fault = SlackLimits.viewFault(view);
        if (fault.isPresent()) {
            return Map.of("ok", false, "error", "invalid_arguments", "detail", fault.get());
        }
        modals.add(new Modal(view));
        return ok("view", Map.of("id", "V1"));
    }

    private Map<String, Object> published(Map<String, String> form) {
        JsonNode view = JSON.readTree(form.get("view"));
        Optional<String> fault = SlackLimits.homeFault(view);
        if (fault.isPresent()) {
            return Map.of("ok", false, "error", "invalid_arguments", "detail", fault.get());
        }
        homes.put(of(form, "user_id"), view);
        return ok("view", Map.of("id", "V0"));
    }

    private List<Map<String, Object>> history(String channel, @Nullable String thread) {
        return messages(channel).stream()
                .filter(message -> thread == null ? message.thread == null : thread.equals(message.thread))
                .map(message -> Map.<String, Object>of(
                        "ts",
                        message.ts,
                        "type",
                        "message",
                        "text",
                        message.text,
                        "metadata",
                        Map.of("event_type", "cosmopilot_message", "event_payload", Map.of("key", message.key))))
                .toList();
    }

    private void responded(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().substring("/commands/".length());
        JsonNode said = JSON.readTree(exchange.getRequestBody().readAllBytes());
        switch (responses.use(id, now)) {
            case ResponseUrls.Use.Refused refused ->
                answer(exchange, 404, Map.of("ok", false, "error", refused.error()));
            case ResponseUrls.Use.Accepted use -> {
                String text = said.path("text").asString("");
                if (said.path("response_type").asString("ephemeral").equals("in_channel")) {
                    messages.add(new Msg(use.channel(), nextTs(), null, "", text, said.path("blocks")));
                } else {
                    whispers.add(new Whisper(use.channel(), use.user(), text));
                }
                answer(exchange, 200, Map.of("ok", true));
            }
        }
    }

    private void file(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring("/files/".length());
        byte[] content = files.get(name);
        boolean allowed =
                ("Bearer " + BOT_TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (content == null || !allowed) {
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            out.write(content, 0, content.length - 1);
            out.flush();
            CountDownLatch latch = held.get(name);
            if (latch != null) {
                latch.await();
            }
            out.write(content, content.length - 1, 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void uploaded(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        answer(exchange, 200, Map.of("ok", true));
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static Map<String, Object> ok(Object... keysAndValues) {
        Map<String, Object> answer = Kit.object(keysAndValues);
        answer.put("ok", true);
        return answer;
    }

    private static String of(Map<String, String> form, String name) {
        return form.getOrDefault(name, "");
    }

    private static boolean taken(AtomicInteger left) {
        return left.getAndUpdate(now -> Math.max(0, now - 1)) > 0;
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private synchronized String nextTs() {
        ts++;
        return ts / 1_000_000 + "." + String.format("%06d", ts % 1_000_000);
    }

    private static void await(BooleanSupplier condition) {
        await(condition, () -> "it");
    }

    static void await(BooleanSupplier condition, java.util.function.Supplier<String> what) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what.get());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Something the app was told. */
    public static final class Told {
        private final String id;
        private final String type;
        private final Map<String, Object> payload;
        private final CompletableFuture<Optional<JsonNode>> ack = new CompletableFuture<>();
        private volatile Instant sent;
        private final AtomicInteger attempts = new AtomicInteger();
        private volatile int status;

        Told(String id, String type, Map<String, Object> payload, Instant sent) {
            this.id = id;
            this.type = type;
            this.payload = payload;
            this.sent = sent;
        }

        /** Waits until it is acknowledged. */
        public Told acknowledged() {
            await(ack::isDone, () -> "an acknowledgement of " + payload);
            return this;
        }

        public boolean isAcknowledged() {
            return ack.isDone();
        }

        /** What came with the acknowledgement. */
        public JsonNode answer() {
            acknowledged();
            return ack.join().orElseThrow(() -> new AssertionError("acknowledged without an answer"));
        }

        public Optional<JsonNode> possibleAnswer() {
            acknowledged();
            return ack.join();
        }

        /** The latest HTTP status, in HTTP mode. */
        public int status() {
            return status;
        }

        boolean due(Instant now) {
            return type.equals("events_api")
                    && !ack.isDone()
                    && attempts.get() < AGAIN.size()
                    && !now.isBefore(sent.plus(AGAIN.get(attempts.get())));
        }
    }

    /** A message as it is shown now. */
    public static final class Msg {
        final String channel;
        final String ts;
        final @Nullable String thread;
        final String key;
        volatile String text;
        volatile JsonNode blocks;
        final AtomicInteger edits = new AtomicInteger();

        Msg(String channel, String ts, @Nullable String thread, String key, String text, JsonNode blocks) {
            this.channel = channel;
            this.ts = ts;
            this.thread = thread;
            this.key = key;
            this.text = text;
            this.blocks = blocks;
        }

        /** All that can be read, buttons included. */
        public String shown() {
            return text + " " + blocks;
        }

        public int edits() {
            return edits.get();
        }

        /** The remote id of the message below which it stands. */
        public @Nullable String thread() {
            return thread;
        }

        public JsonNode blocks() {
            return blocks;
        }

        /** The button whose choice or label this is. */
        public Optional<JsonNode> button(String choice) {
            for (JsonNode block : blocks) {
                for (JsonNode element : block.path("elements")) {
                    String value = element.path("value").asString("");
                    if (value.endsWith("|" + choice)
                            || value.endsWith(":" + choice)
                            || element.path("text").path("text").asString("").equals(choice)) {
                        return Optional.of(element);
                    }
                }
            }
            return Optional.empty();
        }

        JsonNode select() {
            for (JsonNode block : blocks) {
                for (JsonNode element : block.path("elements")) {
                    if (element.path("type").asString("").equals("external_select")) {
                        return element;
                    }
                }
            }
            throw new AssertionError("no select in " + this);
        }

        String selectBlock() {
            for (JsonNode block : blocks) {
                if (block.path("elements").path(0).path("type").asString("").equals("external_select")) {
                    return block.get("block_id").asString();
                }
            }
            throw new AssertionError("no select in " + this);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** A form that was opened. */
    public record Modal(JsonNode view) {}

    private record Whisper(String channel, String user, String text) {}

    /** @param applies whether the call does what it should all the same */
    private record Fault(int status, int retryAfter, boolean applies, String error) {}

    /** Up to ten sockets. */
    private final class Sockets extends WebSocketServer {
        private volatile boolean open;

        Sockets() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            setReuseAddr(true);
            setDaemon(true);
        }

        List<WebSocket> open() {
            return new ArrayList<>(getConnections())
                    .stream().filter(WebSocket::isOpen).toList();
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {
            if (away) {
                socket.close(1013, "try again later");
            } else if (getConnections().size() > 10) {
                socket.close(1008, "too_many_websockets");
            } else {
                socket.send("{\"type\":\"hello\",\"num_connections\":"
                        + getConnections().size() + "}");
            }
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {
            // It comes back, or not.
        }

        @Override
        public void onMessage(WebSocket socket, String message) {
            JsonNode frame = JSON.readTree(message);
            JsonNode payload = frame.path("payload");
            FakeSlack.this.acknowledged(
                    frame.path("envelope_id").asString(""),
                    payload.isMissingNode() || payload.isEmpty() ? null : payload);
        }

        @Override
        public void onError(@Nullable WebSocket socket, Exception error) {
            // A client that went away.
        }

        @Override
        public void onStart() {
            open = true;
        }
    }
}
