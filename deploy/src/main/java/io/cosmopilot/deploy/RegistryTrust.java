package io.cosmopilot.deploy;

import java.util.Optional;

/** How machines reach the image registry and come to trust it. */
public interface RegistryTrust {

    /** Whether there is a registry at all; without one there are only public images. */
    boolean real();

    /** Host and optional port, as image references begin. */
    String address();

    /** The certificate of whoever signs the registry's own, as PEM; empty when machines trust it anyway. */
    Optional<String> authority();
}
