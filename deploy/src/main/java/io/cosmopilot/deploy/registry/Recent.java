package io.cosmopilot.deploy.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.cosmopilot.deploy.RegistryTokens.Answer;

/**
 * Tokens that were signed a moment ago. Signing is what a token costs: when the password and the grants have been looked at
 * anew and are as before, the same token does.
 */
final class Recent {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST = 2000;

    private final Map<Key, Answer.Token> tokens = new ConcurrentHashMap<>();

    Answer.Token token(String subject, List<Scope> scopes, Instant now, Supplier<Answer.Token> made) {
        var key = new Key(subject, scopes);
        var known = tokens.get(key);
        if (known != null && fresh(known, now)) {
            return known;
        }
        if (tokens.size() >= MOST) {
            tokens.clear();
        }
        var token = made.get();
        tokens.put(key, token);
        return token;
    }

    private static boolean fresh(Answer.Token token, Instant now) {
        return !now.isBefore(token.issued())
                && now.isBefore(token.issued().plus(FRESH))
                && FRESH.multipliedBy(2).compareTo(token.lifetime()) < 0;
    }

    private record Key(String subject, List<Scope> scopes) {}
}
