package io.cosmopilot.deploy.sandbox.http;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;

/** One request, taken apart. */
record ApiRequest(String method, List<String> path, Map<String, String> query, Headers headers, String body) {

    private static final Pattern PAIRS = Pattern.compile("&");
    private static final Pattern SLASHES = Pattern.compile("/+");

    static ApiRequest of(HttpExchange exchange) throws IOException {
        return new ApiRequest(
                exchange.getRequestMethod(),
                segments(exchange.getRequestURI().getRawPath()),
                query(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static List<String> segments(String path) {
        return SLASHES.splitAsStream(path)
                .filter(segment -> !segment.isEmpty())
                .map(ApiRequest::decoded)
                .toList();
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        PAIRS.splitAsStream(raw == null ? "" : raw)
                .filter(pair -> !pair.isEmpty())
                .forEach(pair -> {
                    int equals = pair.indexOf('=');
                    query.put(
                            decoded(equals < 0 ? pair : pair.substring(0, equals)),
                            equals < 0 ? "" : decoded(pair.substring(equals + 1)));
                });
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("the address of the request is malformed");
        }
    }

    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    boolean isSet(String name) {
        return Boolean.parseBoolean(parameter(name)) || parameter(name).equals("1");
    }

    String header(String name) {
        @Nullable String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    List<String> all(String header) {
        @Nullable List<String> values = headers.get(header);
        return values == null ? List.of() : values;
    }

    /** Without its parameters. */
    String contentType() {
        String type = header("Content-Type");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    boolean wantsDryRun() {
        String dryRun = parameter("dryRun");
        if (!dryRun.isEmpty() && !dryRun.equals("All")) {
            throw Refusal.badRequest("Invalid value: \"%s\": dryRun must be All".formatted(dryRun));
        }
        return !dryRun.isEmpty();
    }

    boolean wantsWebSocket() {
        return header("Upgrade").equalsIgnoreCase("websocket");
    }

    /** The body as JSON; apply patches may be YAML, of which JSON is a part. */
    JsonNode json() {
        try {
            return isJson() ? Meta.JSON.readTree(body) : Serialization.unmarshal(body, JsonNode.class);
        } catch (JacksonException | KubernetesClientException e) {
            throw Refusal.badRequest("couldn't get version/kind; json parse error: " + firstLine(e));
        }
    }

    ObjectNode object() {
        if (json() instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.badRequest("the body of the request is no object");
    }

    private boolean isJson() {
        return !contentType().endsWith("yaml") || body.stripLeading().startsWith("{");
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
