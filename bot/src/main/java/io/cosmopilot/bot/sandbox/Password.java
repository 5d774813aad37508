package io.cosmopilot.bot.sandbox;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes passwords that keep every rule and can be read from a screen. */
final class Password {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String LOWER = "abcdefghijkmnpqrstuvwxyz";
    private static final String DIGITS = "23456789";
    private static final int GROUPS = 4;

    private Password() {}

    static String make() {
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> "" + one(UPPER) + one(LOWER) + one(DIGITS) + one(LOWER))
                .collect(Collectors.joining("-"));
    }

    private static char one(String letters) {
        return letters.charAt(RANDOM.nextInt(letters.length()));
    }
}
