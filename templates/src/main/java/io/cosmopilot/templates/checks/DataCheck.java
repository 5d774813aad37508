package io.cosmopilot.templates.checks;

import java.util.Base64;
import java.util.List;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.values.Names;
import io.cosmopilot.templates.yaml.Excerpt;

/** What ConfigMaps and Secrets hold has keys that can be file names; what Secrets hold is encoded. */
final class DataCheck implements Check {

    @Override
    public void check(Resource resource, Surroundings surroundings, Findings findings) {
        if (resource.is("ConfigMap") || resource.is("Secret")) {
            for (var field : List.of("data", "binaryData")) {
                resource.root().mapping(field).fields().forEach((key, value) -> {
                    if (!Names.isConfigKey(key)) {
                        findings.complain(value.place(), "templates.configuration.key-name", Excerpt.of(key));
                    }
                });
            }
        }
        if (resource.is("Secret")) {
            encoded(resource, findings);
        }
    }

    private static void encoded(Resource secret, Findings findings) {
        var data = secret.root().mapping("data");
        data.fields().forEach((key, field) -> {
            if (!isBase64(data.text(key))) {
                findings.complain(field.value().place(), "templates.configuration.base64", Excerpt.of(key));
            }
        });
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text.replace("\n", ""));
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
