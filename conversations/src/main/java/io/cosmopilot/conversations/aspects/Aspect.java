package io.cosmopilot.conversations.aspects;

import java.util.List;
import java.util.Map;

import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.deploy.Adjustment;

/**
 * One side of how an application runs, filled in as a form. Its texts are {@code conversations.release.<name>.…}:
 * {@code ask}, {@code help}, {@code title}, {@code submit}, {@code label}, and {@code <entry>}, {@code <entry>.hint}
 * and {@code <entry>.form} for each entry.
 */
interface Aspect {

    String name();

    /** Whether there is anything to choose from. */
    default boolean possible(Scene scene) {
        return true;
    }

    List<Entry> entries(Scene scene);

    /** What shall be different because of what was filled in; never of an empty form. */
    List<Adjustment> adjustments(Scene scene, Map<String, String> filled);
}
