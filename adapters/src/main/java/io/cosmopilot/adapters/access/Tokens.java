package io.cosmopilot.adapters.access;

import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Short-lived proofs of who somebody is, for the widget's socket and for scripts: JWT, signed with HS256. */
@Component
public class Tokens {

    private static final String AUDIENCE = "cosmopilot";
    private static final String SESSION = "sid";

    private final TokenKey key;
    private final Sessions sessions;
    private final AccessProperties properties;
    private final Clock clock;

    Tokens(TokenKey key, Sessions sessions, AccessProperties properties, Clock clock) {
        this.key = key;
        this.sessions = sessions;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param session that it ends with, or null for a script's */
    Issued issue(String person, @Nullable UUID session) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(properties.tokenLifetime());
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(person)
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(end))
                .claim(SESSION, session == null ? null : session.toString())
                .build();
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            jwt.sign(new MACSigner(key.secret()));
            return new Issued(jwt.serialize(), end);
        } catch (JOSEException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }

    /** What a token proves. One whose session has ended proves as little as one that is too old. */
    public TokenReading read(String token) {
        TokenReading reading = verified(token);
        return reading instanceof TokenReading.Valid valid && ended(valid) ? new TokenReading.Expired() : reading;
    }

    private TokenReading verified(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            boolean ours = JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
                    && jwt.verify(new MACVerifier(key.secret()));
            return ours ? judged(jwt.getJWTClaimsSet()) : new TokenReading.Foreign();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return new TokenReading.Foreign();
        }
    }

    private TokenReading judged(JWTClaimsSet claims) throws ParseException {
        Instant end = claims.getExpirationTime().toInstant();
        String session = claims.getStringClaim(SESSION);
        return end.isAfter(clock.instant())
                ? new TokenReading.Valid(claims.getSubject(), session == null ? null : UUID.fromString(session), end)
                : new TokenReading.Expired();
    }

    private boolean ended(TokenReading.Valid token) {
        UUID session = token.session();
        return session != null && !sessions.alive(List.of(session)).contains(session);
    }

    /** A token, and until when it is good. */
    record Issued(String token, Instant expiresAt) {}
}
