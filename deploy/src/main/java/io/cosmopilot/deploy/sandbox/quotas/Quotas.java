package io.cosmopilot.deploy.sandbox.quotas;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.cluster.Admission;
import io.cosmopilot.deploy.sandbox.cluster.Attempt;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;
import io.cosmopilot.deploy.sandbox.store.Store;

/** Refuses what would take a namespace beyond one of its quotas. */
public record Quotas(Store store) implements Admission {

    /** One line of a quota that does not suffice. */
    private record Shortage(String resource, BigDecimal requested, BigDecimal used, String hard) {}

    @Override
    public void admit(Attempt attempt) {
        if (attempt.kind().namespaced() && (attempt.creates() || attempt.concerns(Kinds.CLAIM))) {
            store.list(Kinds.RESOURCE_QUOTA, attempt.key().namespace()).forEach(quota -> admit(attempt, quota));
        }
    }

    private void admit(Attempt attempt, JsonNode quota) {
        requireAmounts(attempt, quota);
        List<Shortage> shortages = new ArrayList<>();
        Demand before = attempt.previous()
                .map(object -> Demand.of(attempt.kind(), object))
                .orElse(new Demand(Map.of()));
        Demand demand = Demand.of(attempt.kind(), attempt.object());
        quota.at("/spec/hard").properties().forEach(line -> {
            String resource = line.getKey();
            BigDecimal requested = demand.amount(resource).subtract(before.amount(resource));
            if (requested.signum() > 0) {
                BigDecimal used = Demand.used(store, attempt.key().namespace(), resource);
                if (used.add(requested).compareTo(Amount.of(line.getValue())) > 0) {
                    shortages.add(new Shortage(
                            resource, requested, used, line.getValue().asString("")));
                }
            }
        });
        if (!shortages.isEmpty()) {
            throw Refusal.forbidden(attempt.key(), sentence(quota, shortages));
        }
    }

    private static String sentence(JsonNode quota, List<Shortage> shortages) {
        return "exceeded quota: %s, requested: %s, used: %s, limited: %s"
                .formatted(
                        Meta.name(quota),
                        all(shortages, one -> Amount.text(one.resource(), one.requested())),
                        all(shortages, one -> Amount.text(one.resource(), one.used())),
                        all(shortages, Shortage::hard));
    }

    private static String all(List<Shortage> shortages, Function<Shortage, String> amount) {
        return shortages.stream()
                .map(shortage -> shortage.resource() + "=" + amount.apply(shortage))
                .collect(Collectors.joining(","));
    }

    /** A quota on a resource wants every container to say how much of it it needs. */
    private static void requireAmounts(Attempt attempt, JsonNode quota) {
        if (!attempt.concerns(Kinds.POD)) {
            return;
        }
        String missing = quota.at("/spec/hard").propertyNames().stream()
                .sorted()
                .map(resource -> missing(attempt.object(), resource))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        if (!missing.isEmpty()) {
            throw Refusal.forbidden(
                    attempt.key(), "failed quota: %s: must specify %s".formatted(Meta.name(quota), missing));
        }
    }

    private static String missing(JsonNode pod, String resource) {
        String full = Demand.COMPUTE.contains(resource) ? "requests." + resource : resource;
        int dot = full.indexOf('.');
        if (dot < 0 || !Demand.COMPUTE.contains(full.substring(dot + 1))) {
            return "";
        }
        String containers = Meta.items(pod.at("/spec/containers"))
                .filter(container -> container
                        .path("resources")
                        .path(full.substring(0, dot))
                        .path(full.substring(dot + 1))
                        .isMissingNode())
                .map(container -> Meta.text(container, "/name"))
                .collect(Collectors.joining(","));
        return containers.isEmpty() ? "" : resource + " for: " + containers;
    }
}
