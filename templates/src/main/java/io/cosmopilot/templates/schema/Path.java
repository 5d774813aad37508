package io.cosmopilot.templates.schema;

import org.jspecify.annotations.Nullable;

/** Where a field is in an object; written out only when somebody is told. */
record Path(@Nullable Path parent, String step) {

    static final Path ROOT = new Path(null, "");

    Path field(String name) {
        return new Path(this, name);
    }

    Path item(int index) {
        return new Path(this, "[" + index + "]");
    }

    @Override
    public String toString() {
        if (parent == null) {
            return step;
        }
        var before = parent.toString();
        return before.isEmpty() || step.startsWith("[") ? before + step : before + "." + step;
    }
}
