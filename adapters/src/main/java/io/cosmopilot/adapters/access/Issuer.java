package io.cosmopilot.adapters.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.stereotype.Component;

import io.cosmopilot.adapters.problems.Problem;
import io.cosmopilot.adapters.problems.Refusal;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;

/** The portal's own OpenID Connect issuer, whose word for a person's identity is taken. */
@Component
@ConditionalOnProperty("cosmopilot.access.oidc.issuer")
class Issuer {

    private static final Logger log = LoggerFactory.getLogger(Issuer.class);

    private final IssuerProperties properties;
    private final People people;

    /** Asks the issuer for its keys when the first token comes, so that it may be away while we start. */
    private final JwtDecoder decoder = new SupplierJwtDecoder(this::discovered);

    Issuer(AccessProperties properties, People people) {
        this.properties = Objects.requireNonNull(properties.oidc());
        this.people = people;
    }

    /** Whom a token vouches for; empty when it does not, for whatever reason. */
    Optional<Person> read(String token) {
        try {
            return Optional.of(people.welcome(external(decoder.decode(token))));
        } catch (BadJwtException e) {
            return Optional.empty();
        } catch (JwtException e) {
            log.warn("the issuer {} cannot be asked for its keys: {}", properties.issuer(), e.getMessage());
            throw new Refusal(Problem.ISSUER_AWAY);
        }
    }

    private JwtDecoder discovered() {
        String issuer = properties.issuer().toString();
        NimbusJwtDecoder discovered =
                NimbusJwtDecoder.withIssuerLocation(issuer).build();
        discovered.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(properties.audience()))));
        return discovered;
    }

    private People.External external(Jwt jwt) {
        String subject = jwt.getSubject();
        if (subject == null) {
            throw new BadJwtException("a token about nobody");
        }
        String username = claim(jwt, properties.usernameClaim(), subject);
        return new People.External(
                properties.issuer().toString(),
                subject,
                username,
                claim(jwt, "name", username),
                claim(jwt, "email", ""),
                roles(jwt));
    }

    private Set<Person.Role> roles(Jwt jwt) {
        List<String> roles = jwt.getClaimAsStringList(properties.rolesClaim());
        return roles != null && roles.contains(properties.agentRole())
                ? Set.of(Person.Role.DEVELOPER, Person.Role.AGENT)
                : Set.of(Person.Role.DEVELOPER);
    }

    private static String claim(Jwt jwt, String name, String otherwise) {
        String value = jwt.getClaimAsString(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
