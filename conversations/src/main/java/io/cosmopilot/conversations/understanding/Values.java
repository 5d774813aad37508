package io.cosmopilot.conversations.understanding;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Brings values into the form that flows expect: numbers in digits, sizes in GiB, names that exist. */
final class Values {

    private static final Map<String, BigDecimal> GIB = Map.of(
            "k", new BigDecimal("0.00000095367431640625"),
            "m", new BigDecimal("0.0009765625"),
            "g", BigDecimal.ONE,
            "t", new BigDecimal("1024"));

    private final Script script;
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, String> kinds;

    Values(Vocabulary data, Script script) {
        this.script = script;
        this.kinds = data.part("slots").strings();
        data.part("keys").lists().forEach((slot, words) -> words.forEach(word -> keys.put(word, slot)));
    }

    Set<String> keys() {
        return keys.keySet();
    }

    /** The slot a key means; a key that is not ours stays as it was written. */
    String slot(String key) {
        return keys.getOrDefault(key, key);
    }

    /** A key that is not ours, or a secret: nothing about its value may be changed. */
    boolean isVerbatim(String slot) {
        return !keys.containsValue(slot) || "verbatim".equals(kinds.get(slot));
    }

    String normal(String slot, String written, Names names) {
        String value = written.strip();
        return switch (kinds.getOrDefault(slot, "text")) {
            case "count" -> count(value);
            case "gib" -> gib(value);
            case "memory" -> memory(value);
            case "cores" ->
                value.toLowerCase(Locale.ROOT)
                        .replaceAll("(?:核|cores?|cpus?|c)$", "")
                        .strip();
            case "hosts" -> host(value);
            case "lower" -> value.toLowerCase(Locale.ROOT);
            case "service-type" -> serviceType(value);
            case "template" -> names.template(value);
            case "space" -> names.space(value);
            default -> value;
        };
    }

    private String count(String value) {
        Utterance written = script.fold(value);
        String folded = written.folded(0, written.length());
        String bare = folded.replaceAll("\\s*(?:个|份|台|x|副本|实例|replicas?|instances?)+$", "");
        // "Six" first: taken for "si x", it would be none.
        OptionalInt number = script.number(folded).isPresent() ? script.number(folded) : script.number(bare);
        return number.isPresent() ? String.valueOf(number.getAsInt()) : value;
    }

    private static String gib(String value) {
        String folded = value.toLowerCase(Locale.ROOT).replace(" ", "");
        if (!folded.matches("[0-9]{1,6}(?:\\.[0-9]{1,3})?(?:[kmgt]i?b?)?")) {
            return value;
        }
        String number = folded.replaceAll("[a-z]", "");
        String unit = folded.length() == number.length() ? "g" : folded.substring(number.length(), number.length() + 1);
        BigDecimal gib = new BigDecimal(number).multiply(GIB.getOrDefault(unit, BigDecimal.ONE));
        return gib.stripTrailingZeros().toPlainString();
    }

    private static String memory(String value) {
        String folded = value.toLowerCase(Locale.ROOT).replace(" ", "");
        if (!folded.matches("[0-9]{1,6}(?:\\.[0-9]{1,3})?[mg]i?b?")) {
            return value;
        }
        return folded.replaceAll("[a-z]", "") + (folded.contains("m") ? "Mi" : "Gi");
    }

    private static String serviceType(String value) {
        String folded = value.toLowerCase(Locale.ROOT).replaceAll("[^a-z\\p{IsHan}]", "");
        return switch (folded) {
            case "nodeport", "节点端口" -> "NodePort";
            case "clusterip", "集群ip" -> "ClusterIP";
            default -> value;
        };
    }

    private static String host(String value) {
        return value.replaceFirst("(?i)^https?://", "");
    }
}
