package io.cosmopilot.conversations.understanding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was understood of the parts of a message, brought together. */
final class Choices {

    private Choices() {}

    /** "Open port 80 of shop, as a nodeport" is one wish, told in two parts. */
    static List<Intent> joined(List<Intent> choices) {
        List<Intent> joined = new ArrayList<>();
        for (Intent choice : choices) {
            int same = 0;
            while (same < joined.size() && !isOne(joined.get(same), choice)) {
                same++;
            }
            if (same < joined.size()) {
                Map<String, String> slots = new LinkedHashMap<>(joined.get(same).slots());
                choice.slots().forEach(slots::putIfAbsent);
                joined.set(same, new Intent(choice.name(), slots));
            } else {
                joined.add(choice);
            }
        }
        return joined;
    }

    private static boolean isOne(Intent one, Intent other) {
        return one.name().equals(other.name())
                && one.slots().entrySet().stream()
                        .allMatch(slot ->
                                slot.getValue().equals(other.slots().getOrDefault(slot.getKey(), slot.getValue())));
    }
}
