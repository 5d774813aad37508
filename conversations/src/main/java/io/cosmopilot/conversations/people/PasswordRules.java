package io.cosmopilot.conversations.people;

import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/** What the platform asks of a password. */
final class PasswordRules {

    private static final int SHORTEST = 10;

    /** bcrypt sees no more than these. */
    private static final int MOST_BYTES = 72;

    private PasswordRules() {}

    static void check(String field, String password, Faults faults) {
        int length = password.codePointCount(0, password.length());
        faults.unless(length >= SHORTEST, field, "password.short", String.valueOf(SHORTEST))
                .unless(
                        password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES,
                        field,
                        "password.long",
                        String.valueOf(MOST_BYTES))
                .unless(has(password, Character::isUpperCase), field, "password.upper")
                .unless(has(password, Character::isLowerCase), field, "password.lower")
                .unless(has(password, Character::isDigit), field, "password.digit")
                .unless(has(password, PasswordRules::special), field, "password.special");
    }

    private static boolean has(String password, IntPredicate kind) {
        return password.codePoints().anyMatch(kind);
    }

    private static boolean special(int character) {
        return !Character.isLetterOrDigit(character) && !Character.isISOControl(character);
    }
}
