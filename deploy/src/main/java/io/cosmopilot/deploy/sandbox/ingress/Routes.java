package io.cosmopilot.deploy.sandbox.ingress;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.platform.Selection;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Store;

/** Where requests lead, by the Ingress and Service objects as they are now. */
record Routes(Store store) {

    /** The answer to a request. */
    sealed interface Destination {

        /** A ready pod takes it. */
        record Application(String name, String space, String image) implements Destination {}

        /** There is a rule, but nothing behind it is ready. */
        record NotReady(String name, String space) implements Destination {}

        /** No rule is for this host and path. */
        record Nowhere() implements Destination {}
    }

    Destination to(String host, String path) {
        return store.list(Kinds.INGRESS).stream()
                .flatMap(Routes::of)
                .filter(route -> route.leads(host, path))
                .max(Comparator.comparingInt(Route::weight))
                .map(this::behind)
                .orElseGet(Destination.Nowhere::new);
    }

    private static Stream<Route> of(JsonNode ingress) {
        return Meta.items(ingress.at("/spec/rules"))
                .flatMap(rule -> Meta.items(rule.at("/http/paths")).map(path -> Route.of(ingress, rule, path)));
    }

    private Destination behind(Route route) {
        String space = Meta.namespace(route.ingress());
        String name = Meta.text(route.backend(), "/name");
        return store.find(new Key(Kinds.SERVICE, space, name))
                .filter(service -> hasPort(service, route.backend().path("port")))
                .flatMap(service -> ready(service))
                .<Destination>map(
                        pod -> new Destination.Application(application(route.ingress(), pod), space, image(pod)))
                .orElseGet(() -> new Destination.NotReady(name, space));
    }

    private Optional<? extends JsonNode> ready(JsonNode service) {
        List<? extends JsonNode> pods = new Selection(store, service).ready();
        return pods.stream().findFirst();
    }

    private static boolean hasPort(JsonNode service, JsonNode wanted) {
        return Meta.items(service.at("/spec/ports"))
                .anyMatch(port -> wanted.has("name")
                        ? port.path("name").equals(wanted.path("name"))
                        : port.path("port").equals(wanted.path("number")));
    }

    private static String application(JsonNode ingress, JsonNode pod) {
        return Stream.of(
                        Meta.labels(pod).path("app.kubernetes.io/instance"),
                        Meta.labels(pod).path("app.kubernetes.io/name"),
                        Meta.labels(pod).path("app"))
                .map(label -> label.asString(""))
                .filter(label -> !label.isEmpty())
                .findFirst()
                .orElse(Meta.name(ingress));
    }

    private static String image(JsonNode pod) {
        return Meta.text(pod, "/spec/containers/0/image");
    }
}
