package io.cosmopilot.deploy;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A release that was applied.
 *
 * @param number counts the releases of an application, from 1
 * @param at when its objects had been applied
 * @param template from which it came, or what stands for that
 * @param values of the template's variables; they hold secrets
 * @param images of its workloads, with their tags
 * @param current whether it is the one that runs
 */
public record Release(
        String id,
        String application,
        String space,
        int number,
        Instant at,
        String person,
        String template,
        Map<String, String> values,
        State state,
        boolean current,
        List<String> images,
        Source source,
        List<Adjustment> adjustments) {

    public Release {
        values = Map.copyOf(values);
        images = List.copyOf(images);
        adjustments = List.copyOf(adjustments);
    }

    /** How it went. */
    public enum State {
        ROLLING,
        HEALTHY,
        FAILED,
        CANCELLED
    }
}
