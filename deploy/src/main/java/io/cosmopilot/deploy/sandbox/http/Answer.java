package io.cosmopilot.deploy.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.store.Meta;

/** What goes back to the client. */
final class Answer {

    private Answer() {}

    static void json(HttpExchange exchange, int code, JsonNode body) throws IOException {
        send(exchange, code, "application/json", Meta.JSON.writeValueAsBytes(body));
    }

    static void text(HttpExchange exchange, String body) throws IOException {
        send(exchange, 200, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int code, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        // a connection for each request: a kept one may be closed by either side just when the other uses it
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    static OutputStream stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush();
        return exchange.getResponseBody();
    }
}
