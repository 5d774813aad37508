package io.cosmopilot.bot.portal;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.util.Objects.requireNonNull;

/** The built pages, served under the clean addresses and the strict policy that the application serves them with. */
final class Pages implements AutoCloseable {

    private static final Path STATIC = Path.of("target/classes/static");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "map", "application/json",
            "svg", "image/svg+xml");
    private static final String WIDGET = "/webchat/cosmopilot-chat.js";

    private final HttpServer server;
    private final News news = new News();

    Pages() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.createContext("/api/desk/events", news::listen);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    News news() {
        return news;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals(WIDGET)) {
                answer(exchange, 200, "js", widget());
            } else {
                answer(exchange, file(path));
            }
        }
    }

    /** The chat itself, as its module ships it. */
    private static byte[] widget() throws IOException {
        try (InputStream script = requireNonNull(Pages.class.getResourceAsStream("/META-INF/resources" + WIDGET))) {
            return script.readAllBytes();
        }
    }

    private static Path file(String path) {
        String name = path.equals("/") ? "index.html" : path.substring(1);
        return STATIC.resolve(name.contains(".") ? name : name + ".html");
    }

    private static void answer(HttpExchange exchange, Path file) throws IOException {
        boolean found = Files.isRegularFile(file);
        Path shown = found ? file : STATIC.resolve("error/404.html");
        String name = shown.toString();
        answer(exchange, found ? 200 : 404, name.substring(name.lastIndexOf('.') + 1), Files.readAllBytes(shown));
    }

    private static void answer(HttpExchange exchange, int status, String ending, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(ending, "application/octet-stream"));
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'; connect-src 'self' ws: wss:");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
