package io.cosmopilot.deploy;

/** How something that should run is doing. */
public enum Health {
    HEALTHY,
    PROGRESSING,
    FAILED,
    /** Zero of zero replicas: wanted so, neither healthy nor failed. */
    STOPPED
}
