package io.cosmopilot.templates.schema;

/** What may stand at some point of an object. */
sealed interface Shape {

    /** Fields by name, which are those of a class of the Kubernetes model. */
    record Structure(Class<?> type) implements Shape {
        /** As the API documentation calls it, such as {@code PodSpec}. */
        String name() {
            return type.getSimpleName();
        }
    }

    record ListOf(Shape item) implements Shape {}

    record MapOf(Shape value) implements Shape {}

    enum Leaf implements Shape {
        TEXT,
        WHOLE,
        NUMBER,
        TRUTH,
        QUANTITY,
        WHOLE_OR_TEXT,
        ANYTHING
    }
}
