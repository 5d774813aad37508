package io.cosmopilot.conversations.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes answers back and changes them, with what depends on them and everything that was done with them. */
final class Revision {

    private Revision() {}

    static Optional<Draft> back(Scene scene) {
        List<Question> answered = answered(scene);
        if (answered.isEmpty()) {
            return Optional.empty();
        }
        FlowMachine.forget(scene, answered.getLast().name());
        return Optional.of(scene.toDraft());
    }

    /** Changes answers; an empty name means the latest answer that can be such a value. */
    static Result correct(Scene scene, Map<String, String> change) {
        Result result = Result.NONE;
        for (Map.Entry<String, String> entry : change.entrySet()) {
            Result one = entry.getKey().isEmpty()
                    ? correctLatest(scene, entry.getValue())
                    : scene.flow()
                            .question(entry.getKey())
                            .filter(question -> scene.answers().has(question.name()))
                            .map(question -> correct(scene, question, entry.getValue()))
                            .orElseGet(() -> correctPart(scene, entry.getKey(), entry.getValue()));
            result = one.compareTo(result) > 0 ? one : result;
        }
        return result;
    }

    /** Drops the later answers that no longer hold because of the changed one. */
    static void recheck(Scene scene, String changed) {
        boolean later = false;
        Set<String> gone = new HashSet<>(Set.of(changed));
        for (Step step : scene.flow().steps()) {
            if (later && step instanceof Question question && scene.answers().has(step.name())) {
                if (!question.stillHolds(scene, gone)) {
                    scene.answers().forget(step.name());
                    gone.add(step.name());
                }
            }
            later |= step.name().equals(changed);
        }
    }

    /** Drops the answers that a newer version of the flow would not take. */
    static void recheck(Scene scene) {
        for (Question question : answered(scene)) {
            if (!question.stillHolds(scene, Set.of())) {
                scene.answers().forget(question.name());
            }
        }
    }

    /** Any words would do for a free text: it comes last, or "改成 shop" would change the purpose and not the name. */
    private static Result correctLatest(Scene scene, String value) {
        List<Question> latest = answered(scene).reversed();
        Optional<Question> meant = latest.stream()
                .filter(question -> !question.isProse(scene))
                .filter(question -> question.quietly(scene, value) instanceof Answer.Accepted)
                .findFirst()
                .or(() -> latest.stream()
                        .filter(question -> question.quietly(scene, value) instanceof Answer.Accepted)
                        .findFirst());
        return meant.map(question -> correct(scene, question, value)).orElse(Result.NONE);
    }

    /** What will not do is complained about, and that question is the open one then. */
    private static Result correct(Scene scene, Question question, String value) {
        Map<String, String> before = scene.answers().all();
        FlowMachine.forget(scene, question.name());
        return switch (question.correct(scene, value)) {
            case Answer.Accepted accepted -> Result.CHANGED;
            case Answer.Refused refused -> {
                scene.entering(question.name());
                question.complain(scene, refused);
                yield Result.REFUSED;
            }
            case Answer.NotMeant none -> {
                scene.answers().reset(before);
                yield Result.NONE;
            }
        };
    }

    /** A part of an answer, such as one field of a form; the rest of it stays. */
    private static Result correctPart(Scene scene, String name, String value) {
        for (Question question : scene.flow().questions().toList()) {
            switch (question.correctPart(scene, name, value)) {
                case Answer.Accepted accepted -> {
                    FlowMachine.forgetWork(scene);
                    return Result.CHANGED;
                }
                case Answer.Refused refused -> {
                    FlowMachine.forget(scene, question.name());
                    scene.entering(question.name());
                    question.complain(scene, refused);
                    return Result.REFUSED;
                }
                case Answer.NotMeant none -> {}
            }
        }
        return Result.NONE;
    }

    private static List<Question> answered(Scene scene) {
        return scene.flow()
                .questions()
                .filter(question -> scene.answers().has(question.name()))
                .toList();
    }

    /** How a correction went. */
    enum Result {
        NONE,
        CHANGED,
        REFUSED
    }
}
