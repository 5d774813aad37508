package io.cosmopilot.deploy.sandbox.ingress;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.cosmopilot.deploy.sandbox.ingress.Routes.Destination;
import io.cosmopilot.deploy.sandbox.store.Store;

/** Answers HTTP on 127.0.0.1 for every application that has a domain. */
public final class IngressListener implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(IngressListener.class);

    private final HttpServer server;
    private final ExecutorService threads;
    private final Routes routes;
    private final Page page = new Page();

    private IngressListener(HttpServer server, ExecutorService threads, Routes routes) {
        this.server = server;
        this.threads = threads;
        this.routes = routes;
    }

    /** Listens on the wanted port, or on a free one when somebody else has it. */
    public static IngressListener start(Store store, int wantedPort) throws IOException {
        HttpServer server = listen(wantedPort);
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("sandbox-ingress-", 0).factory());
        IngressListener listener = new IngressListener(server, threads, new Routes(store));
        server.setExecutor(threads);
        server.createContext("/", listener::handle);
        server.start();
        return listener;
    }

    private static HttpServer listen(int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try {
            return HttpServer.create(new InetSocketAddress(loopback, port), 0);
        } catch (BindException e) {
            HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
            log.warn(
                    "Port {} is taken: the sandbox's ingress listens on {} (cosmopilot.sandbox.ingress-port chooses)",
                    port,
                    server.getAddress().getPort());
            return server;
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            answer(exchange);
        } catch (IOException e) {
            log.debug("A visitor of the sandbox's ingress has gone", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String host = host(exchange.getRequestHeaders());
        Destination destination = routes.to(host, exchange.getRequestURI().getPath());
        Locale language = Page.spoken(first(exchange.getRequestHeaders(), "Accept-Language"));
        byte[] body = page.of(destination, host, language).getBytes(StandardCharsets.UTF_8);
        headers(exchange.getResponseHeaders(), language);
        boolean headOnly = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(code(destination), headOnly ? -1 : body.length);
        if (!headOnly) {
            exchange.getResponseBody().write(body);
        }
    }

    private void headers(Headers headers, Locale language) {
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Content-Language", language.toLanguageTag());
        headers.set("Content-Security-Policy", page.contentSecurityPolicy());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        headers.set("Vary", "Accept-Language");
        headers.set("Server", "cosmopilot-sandbox");
        headers.set("Connection", "close");
    }

    private static int code(Destination destination) {
        return switch (destination) {
            case Destination.Application application -> 200;
            case Destination.NotReady waiting -> 503;
            case Destination.Nowhere nowhere -> 404;
        };
    }

    /** Without the port, in lower case. */
    private static String host(Headers headers) {
        String host = first(headers, "Host").toLowerCase(Locale.ROOT);
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private static String first(Headers headers, String name) {
        return Optional.ofNullable(headers.getFirst(name)).orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
