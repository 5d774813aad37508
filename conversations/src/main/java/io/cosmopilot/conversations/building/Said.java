package io.cosmopilot.conversations.building;

import java.util.List;
import java.util.Map;

import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.deploy.Problem;

/** What was said, or why it will not do. */
final class Said {

    private Said() {}

    static String by(Input input) {
        return switch (input) {
            case Input.Text text -> text.text().strip();
            case Input.Pick pick ->
                pick.choice().startsWith("use:") ? pick.choice().substring("use:".length()) : pick.choice();
            default -> "";
        };
    }

    static Answer refused(Scene scene, Problem problem) {
        return new Answer.Refused(Map.of("", List.of(problem)));
    }
}
