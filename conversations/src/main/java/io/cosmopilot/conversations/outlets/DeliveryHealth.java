package io.cosmopilot.conversations.outlets;

import java.time.Clock;
import java.time.Duration;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether what is said arrives on the channels: nothing waits for longer than a channel may want to be left alone. */
@Component("deliveriesHealthIndicator")
class DeliveryHealth implements HealthIndicator {

    private static final Duration TOO_LONG = Duration.ofMinutes(10);

    private final DeliveryBook book;
    private final Courier courier;
    private final Clock clock;

    DeliveryHealth(DeliveryBook book, Courier courier, Clock clock) {
        this.book = book;
        this.courier = courier;
        this.clock = clock;
    }

    @Override
    public Health health() {
        if (!courier.employed()) {
            return Health.up().withDetail("channels", "none").build();
        }
        DeliveryBook.Stuck stuck = book.stuck(clock.instant().minus(TOO_LONG));
        Health.Builder health = stuck.count() == 0 ? Health.up() : Health.down();
        health.withDetail("stuck", stuck.count());
        String trouble = stuck.trouble();
        return trouble == null
                ? health.build()
                : health.withDetail("trouble", trouble).build();
    }
}
