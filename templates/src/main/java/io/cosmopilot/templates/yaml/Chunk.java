package io.cosmopilot.templates.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of one document. A line that begins with three hyphens starts a document whatever stands before it, so
 * that a mistake in one document does not hide those in the next.
 *
 * @param document from 1
 * @param firstLine from 0
 */
record Chunk(String text, int document, int firstLine) {

    static List<Chunk> split(String text) {
        var chunks = new ArrayList<Chunk>();
        var lines = text.split("\n", -1);
        int first = 0;
        for (int line = 1; line <= lines.length; line++) {
            if (line == lines.length || starts(lines[line])) {
                add(chunks, lines, first, line);
                first = line;
            }
        }
        return chunks;
    }

    private static void add(List<Chunk> chunks, String[] lines, int from, int to) {
        var some = List.of(lines).subList(from, to);
        if (some.stream().anyMatch(Chunk::says)) {
            chunks.add(new Chunk(String.join("\n", some), chunks.size() + 1, from));
        }
    }

    private static boolean starts(String line) {
        return line.startsWith("---") && (line.length() == 3 || Character.isWhitespace(line.charAt(3)));
    }

    /** Whether a line is more than a comment, a directive or a separator. */
    private static boolean says(String line) {
        var content = (starts(line) ? line.substring(3) : line).strip();
        return !content.isEmpty() && !content.startsWith("#") && !line.startsWith("%") && !line.equals("...");
    }
}
