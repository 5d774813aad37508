package io.cosmopilot.deploy.releases;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has releases looked at again and again while the application runs. */
@Component
class Looking implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

    private final Watch watch;
    private final ReleaseSettings settings;
    private @Nullable ScheduledExecutorService clockwork;

    Looking(Watch watch, ReleaseSettings settings) {
        this.watch = watch;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        var every = settings.lookInterval().toMillis();
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("release-watch").daemon().factory());
        // Nobody joins this future: what fails is logged and tried again at the next look.
        var unused = started.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
        clockwork = started;
    }

    private void look() {
        try {
            watch.look();
        } catch (RuntimeException failed) {
            LOG.warn("Releases could not be looked at; trying again.", failed);
        }
    }

    @Override
    public synchronized void stop() {
        if (clockwork != null) {
            clockwork.shutdownNow();
            clockwork = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }
}
