package io.cosmopilot.templates.rendering;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.yaml.Mapping;
import io.cosmopilot.templates.yaml.Scalar;
import io.cosmopilot.templates.yaml.Scalar.Origin;

/** The values of one workload that belong into a Secret. */
final class Vault {
    private final Resource workload;
    private final Findings findings;
    private final Map<String, String> values = new LinkedHashMap<>();

    Vault(Resource workload, Findings findings) {
        this.workload = workload;
        this.findings = findings;
    }

    Mapping keep(Mapping container) {
        return container.changedEach("env", variable -> isSecret(variable) ? refer(container, variable) : variable);
    }

    Optional<Resource> secret() {
        return values.isEmpty() ? Optional.empty() : Optional.of(new Resource(build()));
    }

    private static boolean isSecret(Mapping variable) {
        return variable.get("value") instanceof Scalar scalar && scalar.origin() == Origin.SECRET;
    }

    private Mapping refer(Mapping container, Mapping variable) {
        var place = variable.placeOf("value");
        var name = variable.text("name");
        var key = key(container, name, variable.text("value"));
        values.put(key, variable.text("value"));
        findings.note(place, "templates.changed.secret", name, secretName());
        var reference = Mapping.empty(place).with("name", secretName()).with("key", key);
        return variable.without("value").with("valueFrom", Mapping.empty(place).with("secretKeyRef", reference));
    }

    /** Two containers may use one name for different values. */
    private String key(Mapping container, String name, String value) {
        var other = values.get(name);
        return other == null || other.equals(value) ? name : container.text("name") + "." + name;
    }

    private String secretName() {
        return workload.name() + "-secrets";
    }

    private Mapping build() {
        var place = workload.place();
        var metadata = Mapping.empty(place).with("name", secretName());
        var labels = workload.root().mapping("metadata").get("labels");
        var data = Mapping.empty(place);
        for (var value : values.entrySet()) {
            data = data.with(value.getKey(), SecretKeeping.base64(value.getValue()));
        }
        return Mapping.empty(place)
                .with("apiVersion", "v1")
                .with("kind", "Secret")
                .with("metadata", labels == null ? metadata : metadata.with("labels", labels))
                .with("type", "Opaque")
                .with("data", data);
    }
}
