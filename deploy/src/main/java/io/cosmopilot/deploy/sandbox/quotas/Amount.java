package io.cosmopilot.deploy.sandbox.quotas;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

import io.fabric8.kubernetes.api.model.Quantity;
import tools.jackson.databind.JsonNode;

/** Kubernetes quantities as numbers, and back. */
final class Amount {

    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti");
    private static final BigInteger STEP = BigInteger.valueOf(1024);

    private Amount() {}

    static BigDecimal of(JsonNode quantity) {
        String text = quantity.asString("");
        return text.isEmpty() ? BigDecimal.ZERO : new Quantity(text).getNumericalAmount();
    }

    /** As Kubernetes writes it: memory in the largest binary unit that fits exactly, all else in units or milli-units. */
    static String text(String resource, BigDecimal amount) {
        BigInteger whole = amount.setScale(0, RoundingMode.CEILING).toBigInteger();
        if (resource.endsWith("memory") || resource.endsWith("storage")) {
            return binary(whole);
        }
        boolean exact = amount.compareTo(new BigDecimal(whole)) == 0;
        return exact
                ? whole.toString()
                : amount.movePointRight(3).setScale(0, RoundingMode.CEILING).toPlainString() + "m";
    }

    private static String binary(BigInteger whole) {
        BigInteger rest = whole;
        int unit = 0;
        while (unit < BINARY.size() - 1 && rest.signum() > 0 && rest.mod(STEP).signum() == 0) {
            rest = rest.divide(STEP);
            unit++;
        }
        return rest + BINARY.get(unit);
    }
}
