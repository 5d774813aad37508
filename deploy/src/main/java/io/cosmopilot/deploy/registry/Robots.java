package io.cosmopilot.deploy.registry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * The names under which no person pulls and pushes. Their passwords are derived, so that none has to be kept; a full
 * stop in the name tells them from people, who have none.
 */
@Component
public class Robots {

    static final String PULL = "pull.";
    static final String BUILD = "build.";

    private final SigningKey key;
    private final Clock clock;

    Robots(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** With what a space's applications pull their images. */
    public Credential pulling(String space) {
        return new Credential(PULL + space, derived(PULL + space));
    }

    /** With what one build pushes its image, for as long as it may take. */
    public Credential building(String space, Duration lifetime) {
        long end = clock.instant().plus(lifetime).getEpochSecond();
        return new Credential(BUILD + space, end + "." + derived(BUILD + space + "." + end));
    }

    Optional<Caller> recognise(String username, String password) {
        if (username.startsWith(PULL)) {
            return same(password, derived(username))
                    ? Optional.of(new Caller.Robot(username, username.substring(PULL.length()), false))
                    : Optional.empty();
        }
        return username.startsWith(BUILD) && current(username, password)
                ? Optional.of(new Caller.Robot(username, username.substring(BUILD.length()), true))
                : Optional.empty();
    }

    private boolean current(String username, String password) {
        int dot = password.indexOf('.');
        if (dot < 1 || dot > 12 || !password.substring(0, dot).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        var end = password.substring(0, dot);
        return same(password.substring(dot + 1), derived(username + "." + end))
                && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(end)));
    }

    private String derived(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.material().secret(), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    private static boolean same(String given, String right) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    /** A name and its password. */
    public record Credential(String username, String password) {}
}
