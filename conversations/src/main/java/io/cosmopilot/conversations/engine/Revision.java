package io.cosmopilot.conversations.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes answers back and changes them, with everything that was done with them. */
final class Revision {

    private Revision() {}

    static Optional<Draft> back(Scene scene) {
        List<String> answered = answered(scene);
        if (answered.isEmpty()) {
            return Optional.empty();
        }
        FlowMachine.forget(scene, answered.getLast());
        return Optional.of(scene.toDraft());
    }

    /** An empty name means the latest answer that can be such a value. */
    static Optional<Draft> correct(Scene scene, Map<String, String> change) {
        boolean changed = false;
        for (Map.Entry<String, String> entry : change.entrySet()) {
            changed |= entry.getKey().isEmpty()
                    ? correctLatest(scene, entry.getValue())
                    : correct(scene, entry.getKey(), entry.getValue());
        }
        return changed ? Optional.of(scene.toDraft()) : Optional.empty();
    }

    private static boolean correctLatest(Scene scene, String value) {
        return answered(scene).reversed().stream().anyMatch(name -> correct(scene, name, value));
    }

    private static boolean correct(Scene scene, String name, String value) {
        if (!(scene.flow().step(name).orElse(null) instanceof Question question)) {
            return false;
        }
        Map<String, String> before = scene.answers().all();
        FlowMachine.forget(scene, name);
        if (question.prefill(scene, value)) {
            return true;
        }
        before.forEach(scene.answers()::put);
        return false;
    }

    private static List<String> answered(Scene scene) {
        return scene.flow().steps().stream()
                .filter(Question.class::isInstance)
                .map(Step::name)
                .filter(scene.answers()::has)
                .toList();
    }
}
