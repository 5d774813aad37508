package io.cosmopilot.adapters.slack.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The addresses to which an app answers a command without a token: five times, within half an hour. */
final class ResponseUrls {

    private static final int MOST = 5;
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final Map<String, Given> given = new ConcurrentHashMap<>();

    /** The last part of a new address. */
    String give(String channel, String user, Instant now) {
        String id = UUID.randomUUID().toString();
        given.put(id, new Given(channel, user, now.plus(LIFE), new AtomicInteger(MOST)));
        return id;
    }

    /** Uses it once. */
    Use use(String id, Instant now) {
        Given address = given.get(id);
        if (address == null || now.isAfter(address.until)) {
            return new Use.Refused("expired_url");
        }
        return address.left.getAndDecrement() > 0
                ? new Use.Accepted(address.channel, address.user)
                : new Use.Refused("used_url");
    }

    /** What comes of using an address. */
    sealed interface Use {
        record Accepted(String channel, String user) implements Use {}

        record Refused(String error) implements Use {}
    }

    private record Given(String channel, String user, Instant until, AtomicInteger left) {}
}
