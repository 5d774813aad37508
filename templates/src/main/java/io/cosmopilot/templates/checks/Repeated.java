package io.cosmopilot.templates.checks;

import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

import io.cosmopilot.templates.yaml.Mapping;

/** Finds items of a list that have the same name. */
final class Repeated {

    private Repeated() {}

    static void each(List<Mapping> items, String field, Consumer<Mapping> repeated) {
        var seen = new HashSet<String>();
        for (var item : items) {
            var name = item.text(field);
            if (!name.isEmpty() && !seen.add(name)) {
                repeated.accept(item);
            }
        }
    }
}
