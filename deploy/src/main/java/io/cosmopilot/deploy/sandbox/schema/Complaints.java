package io.cosmopilot.deploy.sandbox.schema;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Refusal;
import io.cosmopilot.deploy.sandbox.store.Refusal.Cause;

/** What is wrong with an object, collected, to be refused at once. */
final class Complaints {

    private final List<Cause> causes = new ArrayList<>();

    void required(String field) {
        causes.add(new Cause("FieldValueRequired", "Required value", field));
    }

    void invalid(String field, JsonNode value, String why) {
        causes.add(new Cause("FieldValueInvalid", "Invalid value: %s: %s".formatted(value, why), field));
    }

    void duplicate(String field, JsonNode value) {
        causes.add(new Cause("FieldValueDuplicate", "Duplicate value: " + value, field));
    }

    void unsupported(String field, JsonNode value, List<String> supported) {
        String all = supported.stream()
                .map("\"%s\""::formatted)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        causes.add(new Cause(
                "FieldValueNotSupported", "Unsupported value: %s: supported values: %s".formatted(value, all), field));
    }

    void notFound(String field, JsonNode value) {
        causes.add(new Cause("FieldValueNotFound", "Not found: " + value, field));
    }

    void refuse(Key key) {
        if (!causes.isEmpty()) {
            throw Refusal.invalid(key, causes);
        }
    }
}
