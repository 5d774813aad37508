package io.cosmopilot.deploy.releases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.templates.Manifest;

/** The fields in which two states of an object differ, but for those that the API server keeps by itself. */
final class Difference {

    private static final Set<String> KEPT_BY_SERVER = Set.of(
            "status",
            "metadata.managedFields",
            "metadata.resourceVersion",
            "metadata.generation",
            "metadata.uid",
            "metadata.selfLink",
            "metadata.creationTimestamp");

    private final List<String> fields = new ArrayList<>();

    private Difference() {}

    /** Paths such as {@code spec.template.spec.containers[0].image}. */
    static List<String> between(Manifest before, Manifest after) {
        var difference = new Difference();
        difference.compare("", before.content(), after.content());
        return List.copyOf(difference.fields);
    }

    private void compare(String path, @Nullable Object before, @Nullable Object after) {
        if (KEPT_BY_SERVER.contains(path)) {
            return;
        }
        if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
            compareMaps(path, one, other);
        } else if (before instanceof List<?> one && after instanceof List<?> other && one.size() == other.size()) {
            for (int index = 0; index < one.size(); index++) {
                compare("%s[%d]".formatted(path, index), one.get(index), other.get(index));
            }
        } else if (!same(before, after)) {
            fields.add(path);
        }
    }

    private void compareMaps(String path, Map<?, ?> before, Map<?, ?> after) {
        var names = new TreeSet<String>();
        before.keySet().forEach(name -> names.add(String.valueOf(name)));
        after.keySet().forEach(name -> names.add(String.valueOf(name)));
        names.forEach(name -> compare(path.isEmpty() ? name : path + "." + name, before.get(name), after.get(name)));
    }

    private static boolean same(@Nullable Object before, @Nullable Object after) {
        return (before instanceof Number one && after instanceof Number other)
                ? one.doubleValue() == other.doubleValue()
                : Objects.equals(before, after);
    }
}
