package io.cosmopilot.conversations.people;

import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.People.External;

/** People for whom another issuer vouches: an account the first time, and what the issuer says from then on. */
@Component
class Vouched {

    private static final int LONGEST = 32;

    private final JdbcClient jdbc;
    private final Clock clock;

    Vouched(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The username of the person, whose account is up to date when this returns. */
    String welcome(External external) {
        return known(external)
                .orElseGet(() -> candidates(external.username())
                        .map(name -> insert(name, external))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow());
    }

    private Optional<String> known(External external) {
        return jdbc.sql("""
                        UPDATE conversations.person SET display_name = :name, email = :email, roles = :roles
                         WHERE issuer = :issuer AND subject = :subject RETURNING username""")
                .param("name", external.displayName())
                .param("email", external.email())
                .param("roles", roles(external))
                .param("issuer", external.issuer())
                .param("subject", external.subject())
                .query(String.class)
                .optional();
    }

    /** Empty when the name is somebody else’s; a person who comes in twice at once is one person. */
    private Optional<String> insert(String username, External external) {
        try {
            return jdbc.sql("""
                            INSERT INTO conversations.person
                                (username, display_name, email, password, roles, registered_at, issuer, subject)
                            VALUES (:username, :name, :email, '', :roles, :now, :issuer, :subject)
                            ON CONFLICT (username) DO NOTHING RETURNING username""")
                    .param("username", username)
                    .param("name", external.displayName())
                    .param("email", external.email())
                    .param("roles", roles(external))
                    .param("now", Timestamp.from(clock.instant()))
                    .param("issuer", external.issuer())
                    .param("subject", external.subject())
                    .query(String.class)
                    .optional();
        } catch (DuplicateKeyException e) {
            return known(external);
        }
    }

    /** The name that the issuer uses as far as it is fit to be one, then the same with numbers. */
    private static Stream<String> candidates(String said) {
        String plain = Normalizer.normalize(said.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceFirst("@.*$", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String name = plain.length() < 3 ? "person-" + plain : plain;
        Stream<String> numbered = IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> shortened(name, LONGEST - 6) + "-" + number);
        return Stream.concat(Stream.of(shortened(name, LONGEST)), numbered)
                .map(candidate -> candidate.replace("person--", "person-"))
                .flatMap(candidate -> Username.parse(candidate).stream())
                .filter(username -> !username.reserved())
                .map(Username::toString);
    }

    private static String shortened(String name, int longest) {
        return name.length() <= longest ? name : name.substring(0, longest).replaceAll("-+$", "");
    }

    private static String[] roles(External external) {
        return external.roles().stream().map(Enum::name).toArray(String[]::new);
    }
}
