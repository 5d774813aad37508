package io.cosmopilot.deploy;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The passwords with which people push and pull. Each is shown once, and kept as a hash. */
public interface RegistryPasswords {

    /** A password that nobody has yet. */
    String make();

    /** From now on it is one of the person's. */
    void keep(String person, String password);

    /** Those that count, oldest first. */
    List<Kept> of(String person);

    /** It counts no more; false when the person has none of this id. */
    boolean revoke(String person, String id);

    /** A password, without itself. */
    record Kept(String id, Instant made, @Nullable Instant used) {}
}
