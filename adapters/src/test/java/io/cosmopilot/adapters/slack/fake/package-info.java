/**
 * A Slack on the loopback address that keeps to the protocol: the Web API, Socket Mode and signed HTTP events as far as
 * an app meets them, with the platform's limits, addresses that end, acknowledgements on a driven clock, and faults on
 * demand. {@link FakeSlack} is the door.
 */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.slack.fake;
