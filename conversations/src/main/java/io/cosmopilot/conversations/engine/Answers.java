package io.cosmopilot.conversations.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/** What a person has answered so far in one flow, by question name, in the order of answering. */
public final class Answers {

    private final Map<String, String> values;

    Answers(Map<String, String> values) {
        this.values = new LinkedHashMap<>(values);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * The answer.
     *
     * @throws IllegalStateException when it has not been given: the flow asks in the wrong order
     */
    public String get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("not answered yet: " + name));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public int number(String name) {
        return Integer.parseInt(get(name));
    }

    public void put(String name, @Nullable String value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
    }

    public void forget(String name) {
        values.remove(name);
    }

    public void forgetIf(Predicate<String> names) {
        values.keySet().removeIf(names);
    }

    void reset(Map<String, String> all) {
        values.clear();
        values.putAll(all);
    }

    /** Those whose name begins with the prefix, without it. */
    public Map<String, String> under(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    public Map<String, String> all() {
        return new LinkedHashMap<>(values);
    }
}
