package io.cosmopilot.deploy.sandbox.cluster;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** The ends that Kubernetes puts to names: no vowels, so that no words come out. */
public final class Suffix {

    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    private Suffix() {}

    /** Five letters by chance. */
    public static String random() {
        return ThreadLocalRandom.current()
                .ints(5, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }

    /** The same letters for the same number. */
    public static String of(int hash) {
        return Integer.toUnsignedString(hash)
                .chars()
                .mapToObj(digit -> String.valueOf(ALPHABET.charAt(digit % ALPHABET.length())))
                .collect(Collectors.joining());
    }
}
