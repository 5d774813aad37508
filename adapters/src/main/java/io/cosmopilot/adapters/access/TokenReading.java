package io.cosmopilot.adapters.access;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What a token proves. */
public sealed interface TokenReading {

    /**
     * Who somebody is.
     *
     * @param session that the token ends with, or null for a script's
     */
    record Valid(String person, @Nullable UUID session, Instant expiresAt) implements TokenReading {}

    /** It was good once. */
    record Expired() implements TokenReading {}

    /** Not signed by us, or no token at all. */
    record Foreign() implements TokenReading {}
}
