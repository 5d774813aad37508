package io.cosmopilot.deploy.sandbox.quotas;

import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Admission;
import io.cosmopilot.deploy.sandbox.cluster.Attempt;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;
import io.cosmopilot.deploy.sandbox.store.Store;

/** Gives containers the amounts they do not state, and refuses what is too small or too large. */
public record LimitRanges(Store store) implements Admission {

    @Override
    public void admit(Attempt attempt) {
        if (!attempt.creates()) {
            return;
        }
        if (attempt.concerns(Kinds.POD)) {
            limits(attempt, "Container")
                    .forEach(limit -> containers(attempt.object()).forEach(container -> {
                        complete(container.withObjectProperty("resources"), limit);
                        require(attempt, container.path("resources"), limit, "Container");
                    }));
        } else if (attempt.concerns(Kinds.CLAIM)) {
            limits(attempt, "PersistentVolumeClaim")
                    .forEach(limit ->
                            require(attempt, attempt.object().at("/spec/resources"), limit, "PersistentVolumeClaim"));
        }
    }

    private Stream<JsonNode> limits(Attempt attempt, String type) {
        return store.list(Kinds.LIMIT_RANGE, attempt.key().namespace()).stream()
                .flatMap(range -> Meta.items(range.at("/spec/limits")))
                .filter(limit -> Meta.text(limit, "/type").equals(type));
    }

    private static Stream<ObjectNode> containers(JsonNode pod) {
        return Stream.of("/spec/initContainers", "/spec/containers")
                .flatMap(list -> Meta.items(pod.at(list)))
                .map(ObjectNode.class::cast);
    }

    private static void complete(ObjectNode resources, JsonNode limit) {
        JsonNode requests = limit.has("defaultRequest") ? limit.path("defaultRequest") : limit.path("default");
        fill(resources, "limits", limit.path("default"));
        fill(resources, "requests", requests);
    }

    private static void fill(ObjectNode resources, String side, JsonNode defaults) {
        defaults.properties()
                .forEach(entry -> resources.withObjectProperty(side).putIfAbsent(entry.getKey(), entry.getValue()));
    }

    private static void require(Attempt attempt, JsonNode resources, JsonNode limit, String type) {
        limit.path("max").properties().forEach(most -> {
            JsonNode stated = type.equals("Container")
                    ? resources.path("limits").path(most.getKey())
                    : resources.path("requests").path(most.getKey());
            if (Amount.of(stated).compareTo(Amount.of(most.getValue())) > 0) {
                refuse(
                        attempt,
                        "maximum %s usage per %s is %s, but limit is %s",
                        most.getKey(),
                        type,
                        most.getValue(),
                        stated);
            }
        });
        limit.path("min").properties().forEach(least -> {
            JsonNode stated = resources.path("requests").path(least.getKey());
            if (Amount.of(stated).compareTo(Amount.of(least.getValue())) < 0) {
                refuse(
                        attempt,
                        "minimum %s usage per %s is %s, but request is %s",
                        least.getKey(),
                        type,
                        least.getValue(),
                        stated);
            }
        });
    }

    private static void refuse(
            Attempt attempt, String sentence, String resource, String type, JsonNode bound, JsonNode stated) {
        throw Refusal.forbidden(
                attempt.key(), sentence.formatted(resource, type, bound.asString(""), stated.asString("0")));
    }
}
