package io.cosmopilot.conversations.managing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.cosmopilot.deploy.Application;
import io.cosmopilot.deploy.Health;

/** What can be done with an application. */
enum Action {
    SCALE,
    RESTART,
    UPGRADE,
    ROLLBACK,
    EDIT,
    STOP,
    START,
    DELETE,
    UNDO;

    /** The name as it is in answers, buttons and keys. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Action> of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equals(word))
                .findFirst();
    }

    /** What makes sense now, most useful first. */
    static List<Action> possible(Application application, int releases) {
        List<Action> possible = new ArrayList<>();
        if (application.health() == Health.STOPPED) {
            possible.add(START);
        } else {
            possible.addAll(List.of(SCALE, RESTART, UPGRADE));
        }
        if (releases > 1) {
            possible.add(ROLLBACK);
        }
        possible.add(EDIT);
        if (application.health() != Health.STOPPED) {
            possible.add(STOP);
        }
        possible.add(DELETE);
        return List.copyOf(possible);
    }
}
