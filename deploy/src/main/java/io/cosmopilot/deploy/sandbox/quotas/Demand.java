package io.cosmopilot.deploy.sandbox.quotas;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.store.Kind;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Store;

/** How much of what a quota counts an object needs, by the quota's names for it. */
record Demand(Map<String, BigDecimal> amounts) {

    static final List<String> COMPUTE = List.of("cpu", "memory", "ephemeral-storage");

    Demand {
        amounts = Map.copyOf(amounts);
    }

    static Demand of(Kind kind, JsonNode object) {
        TreeMap<String, BigDecimal> amounts = new TreeMap<>();
        if (isOver(kind, object)) {
            return new Demand(amounts);
        }
        amounts.put("count/" + kind.qualified(), BigDecimal.ONE);
        amounts.put(kind.plural(), BigDecimal.ONE);
        switch (kind.name()) {
            case "Pod" -> pod(object, amounts);
            case "PersistentVolumeClaim" ->
                amounts.put("requests.storage", Amount.of(object.at("/spec/resources/requests/storage")));
            case "Service" -> service(object, amounts);
            default -> {}
        }
        return new Demand(amounts);
    }

    private static boolean isOver(Kind kind, JsonNode object) {
        return kind.equals(Kinds.POD) && List.of("Succeeded", "Failed").contains(Meta.text(object, "/status/phase"));
    }

    private static void pod(JsonNode pod, Map<String, BigDecimal> amounts) {
        for (String resource : COMPUTE) {
            BigDecimal requests = sum(pod, "requests", resource);
            amounts.put(resource, requests);
            amounts.put("requests." + resource, requests);
            amounts.put("limits." + resource, sum(pod, "limits", resource));
        }
    }

    private static BigDecimal sum(JsonNode pod, String side, String resource) {
        return Meta.items(pod.at("/spec/containers"))
                .map(container ->
                        Amount.of(container.path("resources").path(side).path(resource)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void service(JsonNode service, Map<String, BigDecimal> amounts) {
        String type = Meta.text(service, "/spec/type");
        long ports = Meta.items(service.at("/spec/ports"))
                .filter(port -> port.path("nodePort").asInt(0) > 0 || type.equals("NodePort"))
                .count();
        amounts.put("services.nodeports", BigDecimal.valueOf(ports));
        amounts.put("services.loadbalancers", type.equals("LoadBalancer") ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    BigDecimal amount(String resource) {
        return amounts.getOrDefault(resource, BigDecimal.ZERO);
    }

    boolean concerns(String resource) {
        return amounts.containsKey(resource);
    }

    /** What everything in a namespace needs of one resource together. */
    static BigDecimal used(Store store, String namespace, String resource) {
        return Kinds.all().stream()
                .filter(kind -> isCounted(kind, resource))
                .flatMap(kind -> store.list(kind, namespace).stream().map(object -> of(kind, object)))
                .map(demand -> demand.amount(resource))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isCounted(Kind kind, String resource) {
        return of(kind, Meta.object()).concerns(resource);
    }
}
