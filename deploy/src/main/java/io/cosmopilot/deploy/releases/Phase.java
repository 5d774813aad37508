package io.cosmopilot.deploy.releases;

/** Where a release stands. */
enum Phase {
    PLANNING,
    PLANNED,
    REFUSED,
    APPLYING,
    ROLLING,
    HEALTHY,
    FAILED,
    CANCELLED
}
