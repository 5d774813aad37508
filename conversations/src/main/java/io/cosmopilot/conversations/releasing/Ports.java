package io.cosmopilot.conversations.releasing;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.cosmopilot.deploy.Adjustment;

/**
 * Ports as people write them: {@code 80}, {@code 80:8080} when the program listens on another, {@code 80:8080:30080}
 * with a port of every host; several separated by blanks or commas.
 */
public final class Ports {

    private static final int HIGHEST = 65_535;
    private static final int FIRST_NODE_PORT = 30_000;
    private static final int LAST_NODE_PORT = 32_767;
    private static final Pattern PORT = Pattern.compile("([0-9]{1,5})(?:[:：]([0-9]{1,5}))?(?:[:：]([0-9]{1,5}))?");

    private Ports() {}

    public static boolean are(String text) {
        List<String> words = words(text);
        return !words.isEmpty() && words.stream().allMatch(Ports::isPort);
    }

    public static List<Adjustment.Port> of(String text) {
        return words(text).stream().map(Ports::port).toList();
    }

    /** As they would be written again. */
    public static String text(List<Adjustment.Port> ports) {
        return String.join(
                ", ",
                ports.stream()
                        .map(port -> port.port()
                                + (port.target() == port.port() && port.nodePort() == null ? "" : ":" + port.target())
                                + (port.nodePort() == null ? "" : ":" + port.nodePort()))
                        .toList());
    }

    private static boolean isPort(String word) {
        Matcher parts = PORT.matcher(word);
        return parts.matches()
                && in(parts.group(1), 1, HIGHEST)
                && (parts.group(2) == null || in(parts.group(2), 1, HIGHEST))
                && (parts.group(3) == null || in(parts.group(3), FIRST_NODE_PORT, LAST_NODE_PORT));
    }

    private static Adjustment.Port port(String word) {
        Matcher parts = PORT.matcher(word);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no port: " + word);
        }
        int port = Integer.parseInt(parts.group(1));
        return new Adjustment.Port(
                port,
                parts.group(2) == null ? port : Integer.parseInt(parts.group(2)),
                parts.group(3) == null ? null : Integer.valueOf(parts.group(3)));
    }

    private static boolean in(String number, int from, int to) {
        int value = Integer.parseInt(number);
        return value >= from && value <= to;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s,，、;；]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
