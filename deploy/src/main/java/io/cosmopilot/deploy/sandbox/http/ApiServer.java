package io.cosmopilot.deploy.sandbox.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.store.Refusal;

/** Listens on the loopback interface, on a free port, for whoever knows the token. */
public final class ApiServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ApiServer.class);

    private final HttpServer server;
    private final ExecutorService threads;
    private final Api api;
    private final byte[] authorization;

    private ApiServer(HttpServer server, ExecutorService threads, Api api, String token) {
        this.server = server;
        this.threads = threads;
        this.api = api;
        this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    public static ApiServer start(Cluster cluster, String token) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback(), 0), 0);
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("sandbox-api-", 0).factory());
        ApiServer listener = new ApiServer(server, threads, Api.of(cluster), token);
        server.setExecutor(threads);
        server.createContext("/", listener::handle);
        server.start();
        return listener;
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            answer(exchange);
        } catch (IOException e) {
            log.debug("A client of the sandbox's API has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException, InterruptedException {
        try {
            ApiRequest request = ApiRequest.of(exchange);
            requireToken(request);
            api.answer(request, exchange);
        } catch (Refusal refusal) {
            Answer.json(exchange, refusal.code(), refusal.status());
        } catch (RuntimeException e) {
            log.error("The sandbox failed at {} {}", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            Answer.json(exchange, 500, Refusal.internal(e).status());
        }
    }

    private void requireToken(ApiRequest request) {
        byte[] given = request.header("Authorization").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, authorization)) {
            throw Refusal.unauthorized();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
