package io.cosmopilot.deploy.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.RegistryTokens.Answer;

/**
 * Signs tokens as the distribution specification has them. With {@code x5c}, because 2.8 otherwise wants a key id of its
 * own making; with one text as audience, because 2.8 refuses a list.
 */
@Component
class Issuing {

    static final String ISSUER = "cosmopilot";
    private static final Duration SKEW = Duration.ofSeconds(10);

    private final SigningKey key;
    private final RegistrySettings settings;
    private final Clock clock;
    private final Recent recent = new Recent();
    private volatile @Nullable Pen pen;

    Issuing(SigningKey key, RegistrySettings settings, Clock clock) {
        this.key = key;
        this.settings = settings;
        this.clock = clock;
    }

    Answer.Token token(String subject, List<Scope> scopes) {
        var now = clock.instant();
        return recent.token(subject, scopes, now, () -> token(subject, scopes, now));
    }

    private Answer.Token token(String subject, List<Scope> scopes, Instant now) {
        var access = scopes.stream().map(Scope::claim).toList();
        var words = scopes.stream().map(Scope::toString).toList();
        return new Answer.Token(signed(subject, access, now), now, settings.lifetime(), words);
    }

    /** For what only Cosmopilot itself does, such as looking through the whole catalogue. */
    String own(Object access) {
        return signed(ISSUER, List.of(access), clock.instant());
    }

    private String signed(String subject, List<?> access, Instant now) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(subject)
                .audience(settings.service())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now.minus(SKEW)))
                .expirationTime(Date.from(now.plus(settings.lifetime())))
                .jwtID(UUID.randomUUID().toString())
                .claim("access", access)
                .build();
        var held = pen();
        try {
            var jwt = new SignedJWT(held.header(), claims);
            jwt.sign(held.signer());
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("the key for registry tokens does not sign", impossible);
        }
    }

    private Pen pen() {
        var held = pen;
        if (held == null) {
            held = Pen.of(key.material());
            pen = held;
        }
        return held;
    }

    private record Pen(JWSHeader header, JWSSigner signer) {

        static Pen of(SigningKey.Material material) {
            var key = material.key();
            boolean curve = key.getAlgorithm().equals("EC");
            var header = new JWSHeader.Builder(curve ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256)
                    .type(JOSEObjectType.JWT)
                    .x509CertChain(List.of(Base64.encode(material.certificate())))
                    .build();
            try {
                return new Pen(header, curve ? new ECDSASigner(key, Curve.P_256) : new RSASSASigner(key));
            } catch (JOSEException impossible) {
                throw new IllegalStateException("the key for registry tokens is of another kind", impossible);
            }
        }
    }
}
