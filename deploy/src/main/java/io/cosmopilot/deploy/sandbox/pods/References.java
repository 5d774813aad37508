package io.cosmopilot.deploy.sandbox.pods;

import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kind;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** The ConfigMaps and Secrets that a pod refers to, and what is missing of them. */
record References(Cluster cluster, String namespace) {

    /** What a container's environment needs and does not find. */
    Optional<String> missingFor(JsonNode container) {
        Stream<String> whole = Meta.items(container.path("envFrom"))
                .flatMap(from -> Stream.concat(
                        missing(Kinds.CONFIG_MAP, from.path("configMapRef"), "/name").stream(),
                        missing(Kinds.SECRET, from.path("secretRef"), "/name").stream()));
        Stream<String> single = Meta.items(container.path("env"))
                .map(variable -> variable.path("valueFrom"))
                .flatMap(from -> Stream.concat(
                        missingKey(Kinds.CONFIG_MAP, from.path("configMapKeyRef")).stream(),
                        missingKey(Kinds.SECRET, from.path("secretKeyRef")).stream()));
        return Stream.concat(whole, single).findFirst();
    }

    /** What a volume needs and does not find. */
    Optional<String> missingForVolume(JsonNode volume) {
        return missing(Kinds.CONFIG_MAP, volume.path("configMap"), "/name")
                .or(() -> missing(Kinds.SECRET, volume.path("secret"), "/secretName"))
                .map(message -> "MountVolume.SetUp failed for volume \"%s\" : %s"
                        .formatted(Meta.text(volume, "/name"), message));
    }

    private Optional<String> missing(Kind kind, JsonNode reference, String nameAt) {
        String name = Meta.text(reference, nameAt);
        if (name.isEmpty() || isOptional(reference) || find(kind, name).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("%s \"%s\" not found".formatted(spoken(kind), name));
    }

    private Optional<String> missingKey(Kind kind, JsonNode reference) {
        return missing(kind, reference, "/name").or(() -> {
            String name = Meta.text(reference, "/name");
            String key = Meta.text(reference, "/key");
            boolean there = name.isEmpty()
                    || isOptional(reference)
                    || find(kind, name).filter(object -> holds(object, key)).isPresent();
            return there
                    ? Optional.empty()
                    : Optional.of("couldn't find key %s in %s %s/%s".formatted(key, kind.name(), namespace, name));
        });
    }

    private static boolean holds(JsonNode object, String key) {
        return object.path("data").has(key) || object.path("binaryData").has(key);
    }

    private static boolean isOptional(JsonNode reference) {
        return reference.path("optional").asBoolean(false);
    }

    private Optional<? extends JsonNode> find(Kind kind, String name) {
        return cluster.find(new Key(kind, namespace, name));
    }

    private static String spoken(Kind kind) {
        return kind.equals(Kinds.SECRET) ? "secret" : "configmap";
    }
}
