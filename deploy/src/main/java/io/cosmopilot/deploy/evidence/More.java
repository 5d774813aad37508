package io.cosmopilot.deploy.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.Quantity;

/** What to offer when memory was too little. */
final class More {

    private static final BigDecimal MI = BigDecimal.valueOf(1L << 20);

    private More() {}

    /** Twice as much, in Mi; empty when the text is no quantity. */
    static Optional<String> than(String memory) {
        try {
            var twice = Quantity.getAmountInBytes(Quantity.parse(memory)).multiply(BigDecimal.TWO);
            return Optional.of(twice.divide(MI, 0, RoundingMode.UP).toPlainString() + "Mi");
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
