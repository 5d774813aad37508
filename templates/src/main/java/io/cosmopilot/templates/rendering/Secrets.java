package io.cosmopilot.templates.rendering;

import java.util.random.RandomGenerator;

/** Makes values up that nobody has to remember. */
final class Secrets {

    /** Letters and digits only: they need no escaping in any configuration file or URL. Without look-alikes. */
    private static final String ALPHABET = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 24;

    private Secrets() {}

    /** About 140 bits. */
    static String generate(RandomGenerator random) {
        var secret = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return secret.toString();
    }
}
