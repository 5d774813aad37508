package io.cosmopilot.deploy;

/** What became of provisioning a space. Published as an application event; {@code id} is unique to each report. */
public sealed interface SpaceReport {

    String id();

    Requester requester();

    Space space();

    record Provisioned(String id, Requester requester, Space space) implements SpaceReport {}

    /** A try failed and will be repeated; {@code reason} is for operators and agents. */
    record Failing(String id, Requester requester, Space space, int attempt, String reason) implements SpaceReport {}
}
