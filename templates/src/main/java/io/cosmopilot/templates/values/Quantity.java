package io.cosmopilot.templates.values;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** An amount of a resource as Kubernetes writes it, such as {@code 500m} or {@code 2Gi}. */
public record Quantity(BigDecimal amount) implements Comparable<Quantity> {

    private static final Pattern GRAMMAR = Pattern.compile(
            "\\+?([0-9]{1,18}(?:\\.[0-9]{0,9})?|\\.[0-9]{1,9})([numkMGTPE]|[KMGTPE]i|[eE][-+]?[0-9]{1,2})?");
    private static final Map<String, Integer> DECIMAL =
            Map.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
    private static final String BINARY = "KMGTPE";
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

    public static Optional<Quantity> parse(String text) {
        var matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var suffix = matcher.group(2) == null ? "" : matcher.group(2);
        return Optional.of(new Quantity(scale(new BigDecimal(matcher.group(1)), suffix)));
    }

    private static BigDecimal scale(BigDecimal number, String suffix) {
        if (suffix.isEmpty()) {
            return number;
        }
        if (suffix.endsWith("i")) {
            return number.multiply(KIBI.pow(BINARY.indexOf(suffix.charAt(0)) + 1));
        }
        var power = DECIMAL.get(suffix);
        return number.scaleByPowerOfTen(power == null ? Integer.parseInt(suffix.substring(1)) : power);
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }
}
