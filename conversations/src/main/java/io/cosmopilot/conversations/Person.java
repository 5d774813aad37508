package io.cosmopilot.conversations;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account.
 *
 * @param username a stable id, 3 to 32 lower-case letters, digits and dashes
 * @param language {@code zh} or {@code en} when chosen, otherwise null
 */
public record Person(
        String username,
        String displayName,
        String email,
        Set<Role> roles,
        @Nullable String language) {

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** What somebody may do; written in lower case on the wire. */
    public enum Role {
        DEVELOPER,
        /** Decides approvals and helps people. */
        AGENT
    }
}
