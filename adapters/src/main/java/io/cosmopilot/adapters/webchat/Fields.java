package io.cosmopilot.adapters.webchat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a frame, each as what it has to be. */
final class Fields {

    private static final Pattern ID = Pattern.compile("[^\\p{Cntrl}]{1,100}");
    private static final Pattern ID_SOMEWHERE = Pattern.compile("\"id\"\\s*:\\s*\"([^\"\\\\\\p{Cntrl}]{1,100})\"");

    private final JsonNode frame;

    Fields(JsonNode frame) {
        this.frame = frame;
        if (!frame.isObject()) {
            throw wrong();
        }
    }

    /** The id in a text that is no JSON, or is cut off: enough to tell the client which of its frames that was. */
    static @Nullable String idIn(String text) {
        Matcher id = ID_SOMEWHERE.matcher(text);
        return id.find() ? id.group(1) : null;
    }

    String id() {
        String id = text("id");
        if (!ID.matcher(id).matches()) {
            throw wrong();
        }
        return id;
    }

    @Nullable
    String idIfAny() {
        JsonNode id = frame.get("id");
        return id != null && id.isString() && ID.matcher(id.stringValue()).matches() ? id.stringValue() : null;
    }

    String text(String name) {
        String value = optional(name);
        if (value == null) {
            throw wrong();
        }
        return value;
    }

    String text(String name, String otherwise) {
        String value = optional(name);
        return value == null ? otherwise : value;
    }

    @Nullable
    String optional(String name) {
        JsonNode value = frame.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw wrong();
        }
        return storable(value.stringValue());
    }

    long number(String name) {
        JsonNode value = frame.get(name);
        if (value == null || !value.canConvertToLong() || !value.isIntegralNumber() || value.longValue() < 0) {
            throw wrong();
        }
        return value.longValue();
    }

    long number(String name, long otherwise) {
        JsonNode value = frame.get(name);
        return value == null || value.isNull() ? otherwise : number(name);
    }

    JsonNode object(String name) {
        JsonNode value = frame.get(name);
        if (value == null || !value.isObject()) {
            throw wrong();
        }
        return value;
    }

    /** What was filled in, as text; null when it was left empty. */
    @Nullable
    String scalar(JsonNode value) {
        if (value.isContainer()) {
            throw wrong();
        }
        return value.isNull() ? null : storable(value.asString());
    }

    /** Text that PostgreSQL takes: no NUL, no half of a character. */
    static String storable(String text) {
        StringBuilder storable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                storable.append('\uFFFD');
            } else if (character != 0) {
                storable.appendCodePoint(character);
            }
        });
        return storable.toString();
    }

    private Unreadable wrong() {
        return new Unreadable(Fault.MALFORMED, frame.isObject() ? idIfAny() : null);
    }
}
