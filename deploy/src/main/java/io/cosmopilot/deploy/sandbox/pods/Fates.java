package io.cosmopilot.deploy.sandbox.pods;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Quantity;
import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** Foresees what becomes of a container, from what is written about it. */
record Fates(Cluster cluster, Images images) {

    private static final BigDecimal LEAST_MEMORY = BigDecimal.valueOf(16L * 1024 * 1024);
    private static final Pattern EXIT = Pattern.compile("\\s*exit\\s+(\\d{1,3})\\b.*", Pattern.DOTALL);
    private static final String EXIT_VARIABLE = "SANDBOX_EXIT_CODE";

    Fate of(JsonNode pod, JsonNode container) {
        String image = Meta.text(container, "/image");
        if (!images.isWellFormed(image)) {
            return new Fate.Waits(
                    "InvalidImageName",
                    "Failed to apply default image tag \"%s\": couldn't parse image name \"%s\": invalid reference format"
                            .formatted(image, image));
        }
        if (images.isMissing(image)) {
            return new Fate.LacksImage(
                    image, "manifest for %s not found: manifest unknown: manifest unknown".formatted(image));
        }
        return new References(cluster, Meta.namespace(pod))
                .missingFor(container)
                .<Fate>map(message -> new Fate.Waits("CreateContainerConfigError", message))
                .orElseGet(() -> onceStarted(container));
    }

    private static Fate onceStarted(JsonNode container) {
        if (isTooSmall(Meta.text(container, "/resources/limits/memory"))) {
            return Fate.Exits.outOfMemory();
        }
        return exitCode(container)
                .<Fate>map(Fate.Exits::with)
                .or(() -> Probe.failure(container).map(Fate.NeverReady::new))
                .orElseGet(Fate.Runs::new);
    }

    private static boolean isTooSmall(String limit) {
        return !limit.isEmpty() && new Quantity(limit).getNumericalAmount().compareTo(LEAST_MEMORY) < 0;
    }

    private static Optional<Integer> exitCode(JsonNode container) {
        Stream<String> said = Stream.concat(Meta.items(container.path("command")), Meta.items(container.path("args")))
                .map(word -> word.asString(""));
        Optional<Integer> written = said.map(EXIT::matcher)
                .filter(Matcher::matches)
                .map(exit -> Integer.valueOf(exit.group(1)))
                .findFirst();
        return written.or(() -> Meta.items(container.path("env"))
                .filter(variable -> Meta.text(variable, "/name").equals(EXIT_VARIABLE))
                .map(variable -> Meta.text(variable, "/value"))
                .filter(value -> value.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .findFirst());
    }
}
