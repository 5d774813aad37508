package io.cosmopilot.adapters.slack.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP side: the Web API, files both ways, and the addresses to which commands are answered. */
final class Loopback implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String API = "/api/";
    private static final String FILES = "/files/";
    private static final String UPLOAD = "/upload/";
    private static final String COMMANDS = "/commands/";

    private final Workspace workspace;
    private final Faults faults;
    private final WebApi api;
    private final HttpServer server;
    /** Every call of the Web API, by name. */
    final List<String> calls = new CopyOnWriteArrayList<>();
    /** Why calls were refused. */
    final List<String> refusals = new CopyOnWriteArrayList<>();
    /** Nobody is at home. */
    volatile boolean away;

    Loopback(Workspace workspace, Faults faults, Sockets sockets) {
        this.workspace = workspace;
        this.faults = faults;
        api = new WebApi(workspace, sockets::address, this::address);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(API, this::called);
        server.createContext(FILES, this::fetched);
        server.createContext(UPLOAD, this::uploaded);
        server.createContext(COMMANDS, this::responded);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    URI apiAddress() {
        return address().resolve(API);
    }

    URI fileAddress(String name) {
        return address().resolve(FILES + name);
    }

    /** Where a command of somebody is answered without a token. */
    URI responseAddress(String user, String channel) {
        return address().resolve(COMMANDS + workspace.responses.give(channel, user, workspace.now()));
    }

    private void called(HttpExchange exchange) throws IOException {
        String method = rest(exchange, API);
        Map<String, String> form = form(exchange);
        calls.add(method);
        if (away) {
            answer(exchange, 503, Map.of("ok", false, "error", "service_unavailable"));
            return;
        }
        Optional<Faults.Refusal> fault = faults.of(method, form.getOrDefault("channel", ""));
        if (fault.isPresent() && !fault.get().applies()) {
            refuse(exchange, fault.get());
            return;
        }
        Map<String, Object> answer = api.call(method, form);
        if (Boolean.FALSE.equals(answer.get("ok"))) {
            refusals.add(method + ": " + answer.get("error") + " " + answer.get("detail"));
        }
        answer(exchange, fault.map(Faults.Refusal::status).orElse(200), answer);
    }

    private static void refuse(HttpExchange exchange, Faults.Refusal fault) throws IOException {
        if (fault.status() == 429) {
            exchange.getResponseHeaders().add("Retry-After", String.valueOf(fault.retryAfter()));
        }
        answer(exchange, fault.status(), Map.of("ok", false, "error", fault.error()));
    }

    private void fetched(HttpExchange exchange) throws IOException {
        String name = rest(exchange, FILES);
        byte[] content = workspace.files.get(name);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (content == null || !("Bearer " + FakeSlack.BOT_TOKEN).equals(authorization)) {
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            out.write(content, 0, content.length - 1);
            out.flush();
            faults.awaitRelease(name);
            out.write(content, content.length - 1, 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void uploaded(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        answer(exchange, 200, Map.of("ok", true));
    }

    private void responded(HttpExchange exchange) throws IOException {
        JsonNode said = JSON.readTree(exchange.getRequestBody().readAllBytes());
        switch (workspace.responses.use(rest(exchange, COMMANDS), workspace.now())) {
            case ResponseUrls.Use.Refused refused ->
                answer(exchange, 404, Map.of("ok", false, "error", refused.error()));
            case ResponseUrls.Use.Accepted use -> {
                respond(use, said);
                answer(exchange, 200, Map.of("ok", true));
            }
        }
    }

    private void respond(ResponseUrls.Use.Accepted use, JsonNode said) {
        String text = said.path("text").asString("");
        if (said.path("response_type").asString("").equals("in_channel")) {
            workspace.messages.add(new Msg(use.channel(), workspace.nextTs(), null, "", text, said.path("blocks")));
        } else {
            workspace.whispers.add(new Workspace.Whisper(use.channel(), use.user(), text));
        }
    }

    private static String rest(HttpExchange exchange, String context) {
        return exchange.getRequestURI().getPath().substring(context.length());
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
