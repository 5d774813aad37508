package io.cosmopilot.adapters.slack;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether this replica hears what happens on Slack. */
final class SlackHealth implements HealthIndicator {

    private final SlackChannel channel;
    private final SlackProperties properties;

    SlackHealth(SlackChannel channel, SlackProperties properties) {
        this.channel = channel;
        this.properties = properties;
    }

    @Override
    public Health health() {
        int alive = channel.sockets();
        boolean heard = channel.known() && (alive > 0 || !properties.socketMode());
        Health.Builder health = heard ? Health.up() : Health.down();
        if (properties.socketMode()) {
            health.withDetail("sockets", alive + " of " + properties.sockets());
        } else {
            health.withDetail("events", "HTTP");
        }
        channel.trouble().ifPresent(trouble -> health.withDetail("trouble", trouble));
        return health.build();
    }
}
