package io.cosmopilot.templates.values;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Matches somebody's regular expression without ever hanging: it may read only so many characters. */
public final class BoundedPattern {

    private static final int LONGEST = 1_000;
    private static final int MOST_READS = 200_000;

    private BoundedPattern() {}

    /** Whether the whole text matches; false as well when that cannot be found out within bounds. */
    public static boolean matches(String pattern, String text) {
        if (pattern.length() > LONGEST || text.length() > LONGEST) {
            return false;
        }
        try {
            return Pattern.compile(pattern).matcher(new Metered(text)).matches();
        } catch (PatternSyntaxException | Exhausted refused) {
            return false;
        }
    }

    public static boolean isValid(String pattern) {
        try {
            Pattern.compile(pattern);
            return pattern.length() <= LONGEST;
        } catch (PatternSyntaxException invalid) {
            return false;
        }
    }

    /** Backtracking without end is stopped from inside, where the matcher asks for the next character. */
    private static final class Metered implements CharSequence {
        private final String text;
        private int reads;

        Metered(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++reads > MOST_READS) {
                throw new Exhausted();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return text.subSequence(from, to);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class Exhausted extends RuntimeException {
        Exhausted() {
            super(null, null, false, false);
        }
    }
}
