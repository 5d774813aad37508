package io.cosmopilot.conversations.engine;

import java.util.Map;

/** What was said in one sentence, taken as answers to the questions of a flow. */
final class Prefill {

    /** Before the name of something that was said and that no question has asked for yet. */
    static final String GIVEN = "given:";

    private Prefill() {}

    /** What a question accepts becomes its answer; the rest is kept as given, for forms that begin with it. */
    static Draft into(Scene scene, Map<String, String> known) {
        known.forEach((name, value) -> scene.answers().put(GIVEN + name, value));
        for (Step step : scene.flow().steps()) {
            String value = known.get(step.name());
            if (value != null && step instanceof Question question && question.prefill(scene, value)) {
                scene.answers().forget(GIVEN + step.name());
            }
        }
        return scene.toDraft();
    }

    /** What could not be judged before something else was answered may be an answer now: a path, once there is a host. */
    static void again(Scene scene) {
        for (Step step : scene.flow().steps()) {
            scene.answers()
                    .find(GIVEN + step.name())
                    .filter(value -> !scene.answers().has(step.name()))
                    .filter(value -> step instanceof Question question && question.prefill(scene, value))
                    .ifPresent(value -> scene.answers().forget(GIVEN + step.name()));
        }
    }
}
