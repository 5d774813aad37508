package io.cosmopilot.deploy;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a person can call by its name. It is asked for in every turn: one look-up, and nothing about how anything is. */
public interface Belongings {

    /** The person's provisioned spaces, oldest first, each once for every application in it. */
    List<Belonging> of(String person);

    /**
     * A space and an application in it.
     *
     * @param application null when there is none
     */
    record Belonging(String space, @Nullable String application) {}
}
