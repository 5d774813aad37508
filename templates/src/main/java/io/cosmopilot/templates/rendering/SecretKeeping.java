package io.cosmopilot.templates.rendering;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.resources.Stage;
import io.cosmopilot.templates.yaml.Mapping;
import io.cosmopilot.templates.yaml.Mapping.Field;
import io.cosmopilot.templates.yaml.Node;
import io.cosmopilot.templates.yaml.Scalar;
import io.cosmopilot.templates.yaml.Scalar.Origin;
import io.cosmopilot.templates.yaml.Sequence;

/**
 * Keeps secrets in Secrets: an environment value that contains one becomes a reference, and what Secrets hold is
 * written as the cluster stores it, so that a comparison with the cluster finds it unchanged.
 */
final class SecretKeeping implements Stage {

    @Override
    public List<Resource> pass(List<Resource> resources, Findings findings) {
        var kept = new ArrayList<Resource>();
        for (var resource : resources) {
            keep(resource, findings, kept);
        }
        kept.stream().filter(each -> !each.is("Secret")).forEach(each -> showing(each.root(), findings));
        return List.copyOf(kept);
    }

    private static void keep(Resource resource, Findings findings, List<Resource> kept) {
        if (resource.is("Secret")) {
            kept.add(new Resource(encoded(resource.root())));
            return;
        }
        var vault = new Vault(resource, findings);
        var changed = resource.withContainers(vault::keep);
        vault.secret().ifPresent(kept::add);
        kept.add(changed);
    }

    private static Mapping encoded(Mapping secret) {
        var data = new LinkedHashMap<String, Field>();
        secret.mapping("data").fields().forEach((key, field) -> data.put(key, encoded(field, false)));
        secret.mapping("stringData").fields().forEach((key, field) -> data.put(key, encoded(field, true)));
        return data.isEmpty()
                ? secret
                : secret.without("stringData").with("data", new Mapping(data, secret.placeOf("data")));
    }

    /** A value that a person typed stands for itself, in {@code data} too. */
    private static Field encoded(Field field, boolean text) {
        return field.value() instanceof Scalar scalar && (text || isTyped(scalar))
                ? new Field(field.place(), scalar.with(base64(scalar.text())))
                : field;
    }

    private static boolean isTyped(Scalar scalar) {
        return scalar.origin() == Origin.FILLED || scalar.origin() == Origin.SECRET;
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void showing(Node node, Findings findings) {
        switch (node) {
            case Mapping mapping -> mapping.fields().values().forEach(field -> showing(field.value(), findings));
            case Sequence sequence -> sequence.items().forEach(item -> showing(item, findings));
            case Scalar scalar -> {
                if (scalar.origin() == Origin.SECRET) {
                    findings.note(scalar.place(), "templates.note.secret-visible");
                }
            }
        }
    }
}
