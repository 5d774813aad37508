package io.cosmopilot.conversations.people;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How passwords are kept.
 *
 * @param strength bcrypt's cost, 4 to 31: one more doubles the time that a guess takes, and a sign-in. A password that
 *     is kept at less is kept at this from its next sign-in on
 */
@ConfigurationProperties("cosmopilot.passwords")
record PasswordSettings(@DefaultValue("10") int strength) {

    PasswordSettings {
        if (strength < 4 || strength > 31) {
            throw new IllegalArgumentException("cosmopilot.passwords.strength is 4 to 31, not " + strength);
        }
    }

    /** What is kept says how it was made, so that another way can follow this one. */
    PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(strength)));
    }
}
