package io.cosmopilot.adapters.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The blocks that a message cannot hold: what can be pressed stays in it, and what is left out can be read elsewhere.
 *
 * @param kept as many as a message holds with one more
 * @param text of those that were left out; empty when it is none
 */
record Surplus(List<Map<String, Object>> kept, String text) {

    private static final int MOST = Kit.MOST_BLOCKS - 1;

    static Surplus of(List<Map<String, Object>> blocks) {
        long room = MOST - blocks.stream().filter(Surplus::pressable).count();
        List<Map<String, Object>> kept = new ArrayList<>();
        List<Map<String, Object>> left = new ArrayList<>();
        for (Map<String, Object> block : blocks) {
            boolean fits = kept.size() < MOST && (pressable(block) || room-- > 0);
            (fits ? kept : left).add(block);
        }
        return new Surplus(
                kept, left.stream().flatMap(Surplus::texts).map(Mrkdwn::plain).collect(Collectors.joining("\n\n")));
    }

    private static boolean pressable(Map<String, Object> block) {
        return "actions".equals(block.get("type"));
    }

    private static Stream<String> texts(Object part) {
        if (part instanceof Map<?, ?> object) {
            return object.get("text") instanceof String text
                    ? Stream.of(text)
                    : object.values().stream().flatMap(Surplus::texts);
        }
        return part instanceof List<?> list ? list.stream().flatMap(Surplus::texts) : Stream.empty();
    }
}
