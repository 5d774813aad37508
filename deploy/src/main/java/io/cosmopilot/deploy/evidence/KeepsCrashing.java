package io.cosmopilot.deploy.evidence;

import java.util.List;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;

import io.cosmopilot.deploy.Problem.Offer;

/** The program starts and ends, again and again; its exit code tells how, its last lines tell why. */
final class KeepsCrashing implements Evidence {

    @Override
    public Stream<Finding> in(Scene scene) {
        return scene.boxes()
                .filter(box -> box.keepsEnding() && !box.ranOutOfMemory() && !ProbeFailing.liveness(scene, box))
                .map(box -> found(scene, box));
    }

    private static Finding found(Scene scene, Box box) {
        int exit = box.ended().map(ContainerStateTerminated::getExitCode).orElse(-1);
        var found = switch (exit) {
            case 126 -> Finding.of(scene, "not-executable", List.of(command(box)), Offer.EDIT, Offer.SHOW_LOG);
            case 127 -> Finding.of(scene, "not-found", List.of(command(box)), Offer.EDIT, Offer.SHOW_LOG);
            case 137 -> Finding.of(scene, "killed", List.of(), Offer.RAISE_MEMORY, Offer.SHOW_LOG);
            case 0 -> Finding.of(scene, "ends-at-once", List.of(command(box)), Offer.EDIT, Offer.SHOW_LOG);
            default ->
                Finding.of(scene, "crashes", List.of(String.valueOf(exit)), Offer.SHOW_LOG, Offer.EDIT, Offer.HUMAN);
        };
        return found.toldBy(box.witness());
    }

    static String command(Box box) {
        var words = Stream.of(box.wanted().getCommand(), box.wanted().getArgs())
                .flatMap(Stream::ofNullable)
                .flatMap(List::stream)
                .toList();
        return words.isEmpty() ? box.image() : String.join(" ", words);
    }
}
