package io.cosmopilot.conversations.releasing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.cosmopilot.deploy.Problem;

/** The buttons that help against problems, best first. */
final class Offers {

    private Offers() {}

    static Set<String> against(List<Problem> problems) {
        Set<String> offers = new LinkedHashSet<>();
        problems.stream().flatMap(problem -> problem.offers().stream()).forEach(offer -> {
            switch (offer) {
                case EDIT, LOWER_REQUESTS, RAISE_MEMORY -> offers.add("edit");
                case RETRY -> offers.add("retry");
                default -> {
                    // Every failure can be shown to a person, below.
                }
            }
        });
        offers.addAll(List.of("edit", "retry", "human", "cancel"));
        return offers;
    }
}
