package io.cosmopilot.conversations;

import java.util.Map;

/** What a person does in a conversation; the same on every channel. */
public sealed interface Incoming {

    /** The channel's own id of the event. The same id again in the same conversation does nothing a second time. */
    String id();

    /** Words, at most {@value Inbox#MAX_TEXT} characters. */
    record Said(String id, String text) implements Incoming {}

    /**
     * A button.
     *
     * @param seq of the message that shows it
     * @param choice the button's stable id
     */
    record Chose(String id, long seq, String choice) implements Incoming {}

    /**
     * A form.
     *
     * @param seq of the message that shows it
     * @param fields what was filled in, as text, by field name
     */
    record Submitted(String id, long seq, Map<String, String> fields) implements Incoming {
        public Submitted {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * A file that was uploaded before.
     *
     * @param upload the upload's id
     * @param text what was said with it, possibly empty
     */
    record Attached(String id, String upload, String text) implements Incoming {}
}
