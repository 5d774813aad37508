package io.cosmopilot.templates;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.cosmopilot.templates.values.BoundedPattern;
import io.cosmopilot.templates.values.ImageReference;
import io.cosmopilot.templates.values.Names;
import io.cosmopilot.templates.values.Quantity;

/** What the values of a variable look like. */
public enum VariableType {
    TEXT,
    INTEGER,
    BOOLEAN,
    QUANTITY,
    PORT,
    DNS_LABEL,
    IMAGE,
    HOST,
    PATH,
    CHOICE,
    SECRET;

    /** Of any value: what goes into one place of a manifest. */
    static final int LONGEST = 16_384;

    private static final Pattern CHARACTERS =
            Pattern.compile("[\\t\\n\\r\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD" + "\\x{10000}-\\x{10FFFF}]*");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern ABSOLUTE_PATH = Pattern.compile("(?!.*\\.\\.)/[^\\s\\p{Cntrl}]*");

    Optional<Complaint> check(Variable variable, String value) {
        if (value.isEmpty()) {
            return complain(variable.missesValue(), "missing", variable);
        }
        if (value.length() > LONGEST) {
            return complain(true, "too-long", variable);
        }
        if (!CHARACTERS.matcher(value).matches()) {
            return complain(true, "characters", variable);
        }
        var pattern = variable.pattern();
        boolean fits = fits(variable, value) && (pattern == null || BoundedPattern.matches(pattern, value));
        return complain(!fits, key(), variable);
    }

    private boolean fits(Variable variable, String value) {
        return switch (this) {
            case TEXT, SECRET -> true;
            case INTEGER -> WHOLE_NUMBER.matcher(value).matches();
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case QUANTITY -> Quantity.parse(value).isPresent();
            case PORT -> isPort(value);
            case DNS_LABEL -> Names.isLabel(value);
            case IMAGE -> ImageReference.parse(value).isPresent();
            case HOST -> Names.isSubdomain(value);
            case PATH -> ABSOLUTE_PATH.matcher(value).matches();
            case CHOICE -> variable.options().contains(value);
        };
    }

    private static Optional<Complaint> complain(boolean wrong, String key, Variable variable) {
        return wrong
                ? Optional.of(Complaint.of(
                        "templates.value." + key,
                        variable.name(),
                        variable.example(),
                        String.join(", ", variable.options())))
                : Optional.empty();
    }

    /** The name as it is written in declarations and keys of messages, such as {@code dns-label}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean isPort(String value) {
        return value.matches("[0-9]{1,5}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= 65_535;
    }
}
