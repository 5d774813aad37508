package io.cosmopilot.deploy.evidence;

import java.util.List;
import java.util.stream.Stream;

import io.cosmopilot.deploy.Problem.Offer;

/** The container could not even be started, such as for a command that is not in the image. */
final class CannotStart implements Evidence {

    @Override
    public Stream<Finding> in(Scene scene) {
        return scene.boxes()
                .filter(box -> box.waits("RunContainerError", "CreateContainerError") && box.restarts() > 0)
                .map(box -> Finding.of(
                        scene, "cannot-start", List.of(KeepsCrashing.command(box), box.waitingWords()), Offer.EDIT));
    }
}
