package io.cosmopilot.bot.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;

/** The desk's stream of events, as the platform keeps it open. */
final class News {

    private final List<OutputStream> listeners = new CopyOnWriteArrayList<>();

    void listen(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream listener = exchange.getResponseBody();
        tell(listener, ": open\n\n");
        listeners.add(listener);
    }

    void happened(String event, String data) {
        listeners.removeIf(listener -> !reached(listener, "event: " + event + "\ndata: " + data + "\n\n"));
    }

    private static boolean reached(OutputStream listener, String text) {
        try {
            tell(listener, text);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private static void tell(OutputStream listener, String text) throws IOException {
        listener.write(text.getBytes(StandardCharsets.UTF_8));
        listener.flush();
    }
}
