package io.cosmopilot.deploy.sandbox.pods;

import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.store.Meta;

/** One {@code matchExpressions} entry, of nodes and of label selectors. */
final class Expression {

    private Expression() {}

    static boolean fits(JsonNode rule, JsonNode labels) {
        String key = Meta.text(rule, "/key");
        String value = labels.path(key).asString("");
        return switch (Meta.text(rule, "/operator")) {
            case "In" -> labels.has(key) && lists(rule, value);
            case "NotIn" -> !labels.has(key) || !lists(rule, value);
            case "Exists" -> labels.has(key);
            case "DoesNotExist" -> !labels.has(key);
            case "Gt" -> isNumber(value) && Long.parseLong(value) > bound(rule);
            case "Lt" -> isNumber(value) && Long.parseLong(value) < bound(rule);
            default -> false;
        };
    }

    /** Whether a whole label selector fits. */
    static boolean selects(JsonNode selector, JsonNode labels) {
        return selector.path("matchLabels").properties().stream()
                        .allMatch(wanted -> labels.path(wanted.getKey()).equals(wanted.getValue()))
                && Meta.items(selector.path("matchExpressions")).allMatch(rule -> fits(rule, labels));
    }

    private static boolean lists(JsonNode rule, String value) {
        return Meta.items(rule.path("values")).anyMatch(one -> one.asString("").equals(value));
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,18}");
    }

    private static long bound(JsonNode rule) {
        return rule.path("values").path(0).asLong(0);
    }
}
