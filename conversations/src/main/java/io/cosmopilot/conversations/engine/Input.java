package io.cosmopilot.conversations.engine;

import java.util.Map;

/** What a step is given to work with. */
public sealed interface Input {

    /** Nothing: the step is only entered. */
    record Nothing() implements Input {}

    /** Words as they were typed. */
    record Text(String text) implements Input {}

    /** A button that the bot had offered. */
    record Pick(String choice) implements Input {}

    /** A form that was filled in. */
    record Fields(Map<String, String> values) implements Input {
        public Fields {
            values = Map.copyOf(values);
        }
    }

    /**
     * A file that was handed in.
     *
     * @param upload its id
     * @param name as the person calls it
     * @param text what was said with it, possibly empty
     */
    record File(String upload, String name, String text) implements Input {}

    /** News from another module. */
    record News(Object report) implements Input {}
}
