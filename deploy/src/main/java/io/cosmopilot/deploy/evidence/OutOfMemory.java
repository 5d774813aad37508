package io.cosmopilot.deploy.evidence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;

import io.cosmopilot.deploy.Problem.Offer;

/** The container took more memory than its limit and was killed. */
final class OutOfMemory implements Evidence {

    @Override
    public Stream<Finding> in(Scene scene) {
        return scene.boxes()
                .filter(box -> box.ranOutOfMemory()
                        && box.restarts() > 0
                        && !Boolean.TRUE.equals(box.status().getReady()))
                .map(box -> found(scene, box).toldBy(box.witness()));
    }

    private static Finding found(Scene scene, Box box) {
        var finding =
                Finding.of(scene, "out-of-memory", List.of(limit(box)), Offer.RAISE_MEMORY, Offer.SHOW_LOG, Offer.EDIT);
        return More.than(limit(box)).map(finding::suggesting).orElse(finding);
    }

    private static String limit(Box box) {
        return Optional.ofNullable(box.wanted().getResources())
                .map(ResourceRequirements::getLimits)
                .map(limits -> limits.get("memory"))
                .map(Quantity::toString)
                .orElse("?");
    }
}
