package io.cosmopilot.deploy.sandbox.schema;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.store.Kind;
import io.cosmopilot.deploy.sandbox.store.Refusal;

/** Reads what clients send as an API server does: by the fields and types of each kind, taken from fabric8's models. */
public final class Schema {

    private final Models models = new Models();

    /**
     * Drops the fields that the kind does not have.
     *
     * @throws Refusal 400 when a field has the wrong type, or, if strict, when one is unknown
     */
    public void admit(Kind kind, ObjectNode object, boolean strict) {
        Reading reading = new Reading(models, new ArrayList<>(), new ArrayList<>());
        models.of(kind).ifPresent(model -> reading.object(model, object, ""));
        if (!reading.mistakes().isEmpty()) {
            throw Refusal.badRequest("%s in version \"%s\" cannot be handled as a %s: %s"
                    .formatted(
                            kind.name(),
                            kind.version(),
                            kind.name(),
                            reading.mistakes().getFirst()));
        }
        if (strict && !reading.unknown().isEmpty()) {
            List<String> complaints = reading.unknown().stream()
                    .map(field -> "unknown field \"%s\"".formatted(field))
                    .toList();
            throw Refusal.badRequest("strict decoding error: " + String.join(", ", complaints));
        }
    }
}
