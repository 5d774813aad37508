package io.cosmopilot.conversations.releasing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.Adjustment;

/**
 * A button that mends something.
 *
 * @param label key below {@code conversations.release.fix}
 * @param arguments of the label
 * @param adjustment that is made when it is pressed, if it is that
 * @param elsewhere the flow that it begins, with its answers, if it is that
 */
record Remedy(
        String label,
        List<String> arguments,
        @Nullable Adjustment adjustment,
        @Nullable String elsewhere) {

    static Remedy adjusting(String label, Adjustment adjustment, String... arguments) {
        return new Remedy(label, List.of(arguments), adjustment, null);
    }

    static Remedy beginning(String label, String elsewhere, String... arguments) {
        return new Remedy(label, List.of(arguments), null, elsewhere);
    }
}
