package io.cosmopilot.deploy;

/**
 * Somebody tried what is not theirs at the registry. Published as an application event.
 *
 * @param id unique to each
 * @param who the name that was given
 * @param what {@code registry.wrong-password} or {@code registry.not-granted}
 * @param subject the repository, or empty
 * @param address from where
 */
public record RegistryRefusal(String id, String who, String what, String subject, String address) {}
