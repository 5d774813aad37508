package io.cosmopilot.adapters.portal;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Journeys.Journey;
import io.cosmopilot.conversations.Journeys.Step;

/**
 * A journey as pages show it.
 *
 * @param next id of the step to offer, or null at the journey's end
 */
public record JourneyView(List<StepView> steps, @Nullable String next) {

    /** One step. */
    public record StepView(String id, String label, boolean done) {}

    /** The journey in the reader's language. */
    public static JourneyView of(Journey journey, Words words) {
        List<StepView> steps = journey.steps().stream()
                .map(step -> new StepView(
                        id(step),
                        words.of("adapters.journey." + id(step)),
                        journey.done().contains(step)))
                .toList();
        return new JourneyView(steps, journey.next().map(JourneyView::id).orElse(null));
    }

    private static String id(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
