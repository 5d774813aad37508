package io.cosmopilot.adapters.discord;

import java.util.Optional;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether Discord is heard: by this replica, or by the one that has the seat at the gateway. */
final class DiscordHealth implements HealthIndicator {

    private static final String GATEWAY = "gateway";
    private final Seat seat;

    DiscordHealth(Seat seat) {
        this.seat = seat;
    }

    @Override
    public Health health() {
        Optional<String> trouble = seat.trouble();
        if (trouble.isPresent()) {
            return Health.down()
                    .withDetail(GATEWAY, "not connected")
                    .withDetail("trouble", trouble.get())
                    .build();
        }
        if (seat.connection().isPresent()) {
            return Health.up().withDetail(GATEWAY, "connected").build();
        }
        if (seat.lost()) {
            return Health.down()
                    .withDetail(GATEWAY, "connection lost, reconnecting")
                    .build();
        }
        return seat.taken()
                ? Health.unknown().withDetail(GATEWAY, "connecting").build()
                : Health.up().withDetail(GATEWAY, "another replica’s").build();
    }
}
