package io.cosmopilot.adapters.discord.fake;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

/** The rate limits: as Discord's, five messages a channel in a while, but the while is short. */
final class Buckets {

    private static final int LIMIT = 5;
    private static final Duration WINDOW = Duration.ofMillis(100);

    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    /** Counts the call, and says in the headers what is left. */
    boolean admit(String call, HttpServletResponse response) {
        if (!call.matches("(POST|PATCH) /channels/\\d+/messages.*")) {
            return true;
        }
        String bucket = call.replaceFirst("(/messages).*", "$1");
        Window window = windows.compute(bucket, (key, open) -> Window.next(open));
        response.setHeader(
                "X-RateLimit-Bucket",
                Integer.toHexString(bucket.replaceAll("\\d+", "").hashCode()));
        response.setHeader("X-RateLimit-Limit", String.valueOf(LIMIT));
        response.setHeader("X-RateLimit-Remaining", String.valueOf(Math.max(0, LIMIT - window.used)));
        response.setHeader("X-RateLimit-Reset-After", "0.1");
        return window.used <= LIMIT;
    }

    private record Window(long until, int used) {
        static Window next(@Nullable Window open) {
            long now = System.nanoTime();
            return open == null || now > open.until
                    ? new Window(now + WINDOW.toNanos(), 1)
                    : new Window(open.until, open.used + 1);
        }
    }
}
