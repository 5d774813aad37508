package io.cosmopilot.deploy.cluster;

import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once for all watches that the cluster is away, and once that it is back: each of them fails again and again. */
final class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final AtomicBoolean lost = new AtomicBoolean();

    void lost(String reason) {
        if (lost.compareAndSet(false, true)) {
            LOG.warn("The cluster cannot be watched, and is asked again until it can: {}", reason);
        }
    }

    void made() {
        if (lost.compareAndSet(true, false)) {
            LOG.info("The cluster is watched again.");
        }
    }
}
