package io.cosmopilot.bot.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who talks to the bot by a socket of their own. */
public final class Talker implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE = 60;

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    private Talker(String address, String username, String password, String language) {
        JsonNode token = post(address + "/api/tokens", Map.of("username", username, "password", password));
        socket = HTTP.newWebSocketBuilder()
                .buildAsync(URI.create(address.replaceFirst("^http", "ws") + "/webchat/socket"), this)
                .join();
        send(Map.of("type", "hello", "token", token.path("token").asString(), "cursor", 0, "locale", language));
        next(frame -> frame.path("type").asString().equals("welcome"));
    }

    static Talker signedIn(Assembled application, String username, String language) {
        return signedIn(application.address(), username, Assembled.PASSWORD, language);
    }

    /**
     * Somebody who has an account.
     *
     * @param address of the application, such as {@code http://127.0.0.1:8080}
     */
    public static Talker signedIn(String address, String username, String password, String language) {
        return new Talker(address, username, password, language);
    }

    static Talker registered(Assembled application, String username, String language) {
        post(
                application.address() + "/api/accounts",
                Map.of(
                        "username",
                        username,
                        "displayName",
                        username,
                        "email",
                        username + "@example.com",
                        "password",
                        Assembled.PASSWORD));
        return signedIn(application, username, language);
    }

    public Talker says(String words) {
        return send(Map.of("type", "say", "id", id(), "text", words));
    }

    public Talker chooses(long seq, String choice) {
        return send(Map.of("type", "choose", "id", id(), "seq", seq, "choice", choice));
    }

    Talker sends(String frame) {
        socket.sendText(frame, true).join();
        return this;
    }

    /** Presses what is offered next. */
    public Talker takes(String choice) {
        return chooses(isOffered(choice).path("seq").asLong(), choice);
    }

    /** The next message of the bot in which these words stand. */
    public JsonNode hears(String words) {
        return next(frame -> saidByBot(frame) && frame.path("blocks").toString().contains(words));
    }

    /** The next message in which that can be chosen, or filled in. */
    public JsonNode isOffered(String choice) {
        return next(frame ->
                saidByBot(frame) && frame.findValuesAsString("id").stream().anyMatch(choice::equals));
    }

    JsonNode isRefused(String code) {
        return next(frame -> frame.path("type").asString().equals("error")
                && frame.path("code").asString().equals(code));
    }

    /** The next thing that the bot says. */
    public JsonNode isAnswered() {
        return next(Talker::saidByBot);
    }

    private static boolean saidByBot(JsonNode frame) {
        return frame.path("type").asString().equals("message")
                && frame.path("author").asString().equals("bot");
    }

    private JsonNode next(Predicate<JsonNode> wanted) {
        StringBuilder passed = new StringBuilder();
        try {
            while (true) {
                JsonNode frame = frames.poll(PATIENCE, TimeUnit.SECONDS);
                if (frame == null) {
                    throw new AssertionError("did not come; what came: " + passed);
                }
                if (wanted.test(frame)) {
                    return frame;
                }
                passed.append('\n').append(frame);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Talker send(Map<String, Object> frame) {
        return sends(JSON.writeValueAsString(frame));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static JsonNode post(String address, Map<String, String> body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            return JSON.readTree(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            frames.add(JSON.readTree(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
