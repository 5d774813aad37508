package io.cosmopilot.deploy.cluster;

import java.time.Clock;
import java.util.Locale;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether what the platform knows of the cluster is current; asks nothing of it. */
final class ClusterHealth implements HealthIndicator {

    private final Caches caches;
    private final ClusterSettings settings;
    private final Clock clock;

    ClusterHealth(Caches caches, ClusterSettings settings, Clock clock) {
        this.caches = caches;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Health health() {
        var health = caches.complete() && caches.current(clock.instant()) ? Health.up() : Health.down();
        return health.withDetail("cluster", settings.cluster().name().toLowerCase(Locale.ROOT))
                .withDetail("unwatched", caches.unwatched())
                .build();
    }
}
