package io.cosmopilot.conversations.understanding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The flow a person wants, and the answers they already gave, in the order in which they gave them. */
public record Intent(String name, Map<String, String> slots) {

    public Intent {
        slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    }
}
