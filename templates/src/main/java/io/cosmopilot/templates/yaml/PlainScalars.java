package io.cosmopilot.templates.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a scalar without quotes means: by the rules of YAML 1.1, as kubectl reads it ({@code yes} is true, {@code 0644}
 * is octal), because that is what people write manifests for.
 */
final class PlainScalars {

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE =
            Set.of("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y");
    private static final Set<String> FALSE =
            Set.of("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9_]*)");
    private static final Pattern BASED = Pattern.compile("([-+]?)(0o|0x|0b|0)([0-9a-fA-F_]+)");
    private static final Pattern FRACTION =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9][0-9_]*(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");
    private static final int LONGEST_NUMBER = 40;

    private PlainScalars() {}

    static @Nullable Object resolve(String text) {
        if (NULLS.contains(text)) {
            return null;
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return TRUE.contains(text);
        }
        return text.length() > LONGEST_NUMBER || !startsLikeANumber(text) ? text : number(text);
    }

    /** Whether a text has to be quoted to remain a text. */
    static boolean ambiguous(String text) {
        return !(resolve(text) instanceof String);
    }

    private static boolean startsLikeANumber(String text) {
        return "+-.0123456789".indexOf(text.charAt(0)) >= 0;
    }

    private static Object number(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return whole(new BigInteger(digits(text)));
        }
        var based = BASED.matcher(text);
        if (based.matches()) {
            return based(text, based.group(1), based.group(2), digits(based.group(3)));
        }
        return FRACTION.matcher(text).matches() ? new BigDecimal(digits(text)).doubleValue() : text;
    }

    private static Object based(String text, String sign, String prefix, String digits) {
        int base = switch (prefix) {
            case "0x" -> 16;
            case "0b" -> 2;
            default -> 8;
        };
        boolean fits = !digits.isEmpty() && digits.chars().allMatch(digit -> Character.digit(digit, base) >= 0);
        return fits ? whole(new BigInteger(sign.equals("-") ? "-" + digits : digits, base)) : text;
    }

    private static Object whole(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return number.intValue();
        }
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : (Object) number.doubleValue();
    }

    private static String digits(String text) {
        return text.replace("_", "").replaceFirst("^\\+", "");
    }
}
