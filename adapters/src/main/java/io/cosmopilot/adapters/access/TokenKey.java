package io.cosmopilot.adapters.access;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key that signs tokens, the same on every replica; made when it is first needed. */
@Component
class TokenKey {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile byte @Nullable [] known;

    TokenKey(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    byte[] secret() {
        byte[] secret = known;
        if (secret == null) {
            secret = shared();
            known = secret;
        }
        return secret;
    }

    /** Several replicas may make one at the same moment: the first row counts, and all read it. */
    private byte[] shared() {
        byte[] made = new byte[BYTES];
        new SecureRandom().nextBytes(made);
        jdbc.sql(
                        "INSERT INTO adapters.token_key (id, secret, made_at) VALUES (1, :secret, :now) ON CONFLICT DO NOTHING")
                .param("secret", made)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql("SELECT secret FROM adapters.token_key")
                .query(byte[].class)
                .single();
    }
}
