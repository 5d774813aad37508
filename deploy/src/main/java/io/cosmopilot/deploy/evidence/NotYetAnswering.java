package io.cosmopilot.deploy.evidence;

import java.util.List;
import java.util.stream.Stream;

/** A program that does not answer its probe yet: told while it is waited for. */
final class NotYetAnswering {

    private NotYetAnswering() {}

    static Stream<Finding> in(Scene scene) {
        return scene.boxes()
                .filter(box -> !Boolean.TRUE.equals(box.status().getReady()))
                .flatMap(box -> ProbeFailing.failures(scene, box, "Readiness")
                        .map(event -> Finding.of(
                                scene, "probe-not-yet", List.of(ProbeFailing.asked(box), ProbeFailing.answer(event)))));
    }
}
