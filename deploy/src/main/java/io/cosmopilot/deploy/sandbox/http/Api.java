package io.cosmopilot.deploy.sandbox.http;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.sun.net.httpserver.HttpExchange;
import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.schema.Schema;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Refusal;

/** Leads each request to what answers it. */
record Api(Cluster cluster, Reads reads, Writes writes) {

    private static final Set<String> HEALTH = Set.of("healthz", "livez", "readyz");

    static Api of(Cluster cluster) {
        return new Api(cluster, new Reads(cluster), new Writes(cluster, new Schema()));
    }

    void answer(ApiRequest request, HttpExchange exchange) throws IOException, InterruptedException {
        List<String> path = request.path();
        if (path.size() == 1 && HEALTH.contains(path.getFirst())) {
            Answer.text(exchange, "ok");
            return;
        }
        Optional<JsonNode> discovered = Discovery.at(path);
        if (discovered.isPresent()) {
            Answer.json(exchange, 200, discovered.get());
        } else {
            answer(Target.at(path).orElseThrow(Refusal::noSuchPath), request, exchange);
        }
    }

    private void answer(Target target, ApiRequest request, HttpExchange exchange)
            throws IOException, InterruptedException {
        boolean watches = request.method().equals("GET") && request.isSet("watch");
        Impersonation.of(request).requireMay(verb(target, request, watches), target, cluster.store());
        if (watches) {
            watch(target, request, exchange);
        } else if (target.kind().equals(Kinds.POD) && target.part().equals("log")) {
            Answer.text(exchange, new PodLog(cluster.get(target.key())).of(request.parameter("container")));
        } else {
            answer(target, request, exchange, request.method());
        }
    }

    private void answer(Target target, ApiRequest request, HttpExchange exchange, String method) throws IOException {
        boolean creates = method.equals("POST") || writes.creates(target, request);
        JsonNode body = switch (method) {
            case "GET" -> target.isCollection() ? reads.list(target, request) : reads.get(target);
            case "POST" -> writes.create(requireCollection(target), request);
            case "PUT" -> writes.replace(requireName(target), request);
            case "PATCH" -> writes.patch(requireName(target), request);
            case "DELETE" -> target.isCollection() ? writes.deleteAll(target, request) : writes.delete(target, request);
            default -> throw Refusal.methodNotAllowed();
        };
        Answer.json(exchange, creates ? 201 : 200, body);
    }

    private void watch(Target target, ApiRequest request, HttpExchange exchange)
            throws IOException, InterruptedException {
        if (request.wantsWebSocket()) {
            // clients take this answer as: no web sockets here, use plain HTTP
            Answer.text(exchange, "");
        } else {
            new WatchStream(cluster.store(), target, request).answer(exchange);
        }
    }

    private static Target requireName(Target target) {
        if (target.isCollection()) {
            throw Refusal.methodNotAllowed();
        }
        return target;
    }

    private static Target requireCollection(Target target) {
        boolean whole = target.isCollection()
                && (!target.kind().namespaced() || !target.namespace().isEmpty());
        if (!whole) {
            throw Refusal.methodNotAllowed();
        }
        return target;
    }

    private static String verb(Target target, ApiRequest request, boolean watches) {
        return switch (request.method()) {
            case "GET" -> watches ? "watch" : target.isCollection() ? "list" : "get";
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            default -> target.isCollection() ? "deletecollection" : "delete";
        };
    }
}
