package io.cosmopilot.templates.schema;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.templates.schema.Shape.Leaf;
import io.cosmopilot.templates.values.Quantity;
import io.cosmopilot.templates.yaml.Scalar;
import io.cosmopilot.templates.yaml.Scalar.Origin;

/**
 * Fits leaves to what their field wants. What a person wrote has to be of the right type as it stands, as it has for
 * kubectl; a value that was put alone into a place becomes what the field wants, if it can.
 */
final class Leaves {

    private static final int MOST_DIGITS = 9;

    private Leaves() {}

    /** The leaf as the field wants it; empty when it is of another type. */
    static Optional<Scalar> fit(Scalar scalar, Leaf wanted) {
        if (scalar.value() == null) {
            return Optional.of(scalar);
        }
        boolean filled = scalar.origin() == Origin.FILLED || scalar.origin() == Origin.SECRET;
        var value = filled ? converted(scalar, wanted) : scalar.value();
        return fits(value, wanted) ? Optional.of(scalar.with(value)) : Optional.empty();
    }

    private static @Nullable Object converted(Scalar scalar, Leaf wanted) {
        var text = scalar.text();
        return switch (wanted) {
            case TEXT -> text;
            case WHOLE, WHOLE_OR_TEXT, NUMBER -> isNumber(text) ? Integer.valueOf(text) : scalar.value();
            case TRUTH -> text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : scalar.value();
            case QUANTITY, ANYTHING -> scalar.value();
        };
    }

    private static boolean isNumber(String text) {
        int sign = text.startsWith("-") ? 1 : 0;
        return text.length() > sign
                && text.length() <= MOST_DIGITS + sign
                && text.chars().skip(sign).allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean fits(@Nullable Object value, Leaf wanted) {
        return switch (wanted) {
            case TEXT -> value instanceof String;
            case WHOLE -> value instanceof Integer || value instanceof Long;
            case NUMBER -> value instanceof Number;
            case TRUTH -> value instanceof Boolean;
            case QUANTITY -> value instanceof Number || isQuantity(value);
            case WHOLE_OR_TEXT -> value instanceof Integer || value instanceof String;
            case ANYTHING -> true;
        };
    }

    private static boolean isQuantity(@Nullable Object value) {
        return value instanceof String text && Quantity.parse(text).isPresent();
    }
}
