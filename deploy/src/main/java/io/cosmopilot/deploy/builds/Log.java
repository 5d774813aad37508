package io.cosmopilot.deploy.builds;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines of a build. */
final class Log {

    private static final int LINES = 12;
    private static final int LONGEST = 200;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String text) {
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            lines.addLast(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
            if (lines.size() > LINES) {
                lines.removeFirst();
            }
        });
    }

    synchronized List<String> last() {
        return List.copyOf(lines);
    }
}
