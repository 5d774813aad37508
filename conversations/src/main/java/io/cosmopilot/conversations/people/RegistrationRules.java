package io.cosmopilot.conversations.people;

import java.util.Optional;
import java.util.regex.Pattern;

import io.cosmopilot.conversations.People.Registration;

/** What the platform asks of a new account, but for what others have taken. */
final class RegistrationRules {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_EMAIL = 254;

    /** Whether mail arrives, only sending it tells; this finds what cannot be an address. */
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@.\\p{Cntrl}]+(\\.[^\\s@.\\p{Cntrl}]+)+");

    private RegistrationRules() {}

    static Faults check(Registration registration) {
        Faults faults = new Faults();
        Optional<Username> username = Username.parse(registration.username());
        faults.unless(username.isPresent(), "username", "username.form")
                .unless(username.filter(Username::reserved).isEmpty(), "username", "username.reserved")
                .unless(
                        displayable(registration.displayName()),
                        "displayName",
                        "name.form",
                        String.valueOf(LONGEST_NAME))
                .unless(address(registration.email()), "email", "email.form");
        PasswordRules.check("password", registration.password(), faults);
        return faults;
    }

    private static boolean displayable(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST_NAME
                && name.codePoints().noneMatch(Character::isISOControl);
    }

    private static boolean address(String email) {
        return email.length() <= LONGEST_EMAIL && EMAIL.matcher(email).matches();
    }
}
