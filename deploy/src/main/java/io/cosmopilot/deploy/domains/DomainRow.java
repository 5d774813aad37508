package io.cosmopilot.deploy.domains;

/** One host and path, and the port to which it leads. */
record DomainRow(String host, String path, int port) {}
