package io.cosmopilot.conversations.understanding;

import java.util.Set;

/** The names that exist right now: what a person wrote is measured against them. */
public record Hints(Set<String> applications, Set<String> templates, Set<String> spaces) {

    private static final Hints NONE = new Hints(Set.of(), Set.of(), Set.of());

    public Hints {
        applications = Set.copyOf(applications);
        templates = Set.copyOf(templates);
        spaces = Set.copyOf(spaces);
    }

    public static Hints none() {
        return NONE;
    }
}
