package io.cosmopilot.conversations.managing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.Release;
import io.cosmopilot.deploy.Source;

/** The adjustments that have been made to an application since its template was filled in, and that still stand. */
final class Standing {

    private Standing() {}

    /**
     * @param history of the application, newest first
     * @param values of the variables as they are going to be: what they say themselves is no adjustment any more
     * @param counted whether a variable says how many instances there are
     */
    static List<Adjustment> of(List<Release> history, Collection<String> values, boolean counted) {
        List<Adjustment> standing = new ArrayList<>();
        Optional<Release> at = history.stream().filter(Release::current).findFirst();
        while (at.isPresent()) {
            standing.addAll(0, at.get().adjustments());
            String before = at.get().source() instanceof Source.Earlier earlier ? earlier.release() : "";
            at = history.stream().filter(release -> release.id().equals(before)).findFirst();
        }
        standing.removeIf(adjustment -> said(adjustment, values, counted));
        return List.copyOf(standing);
    }

    private static boolean said(Adjustment adjustment, Collection<String> values, boolean counted) {
        return switch (adjustment) {
            case Adjustment.Scale scale -> counted && scale.component() == null;
            case Adjustment.Image image ->
                values.stream()
                        .anyMatch(value -> value.equals(image.reference()) || value.endsWith(":" + image.reference()));
            case Adjustment.Stop stop -> true;
            case Adjustment.Start start -> true;
            default -> false;
        };
    }
}
