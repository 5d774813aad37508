package io.cosmopilot.deploy.adjusting;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.cluster.Tree;

/** The environment of a component. What is secret by its name is kept in a Secret. */
final class Variables {

    private static final Pattern SECRET = Pattern.compile(
            ".*(PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIAL|PRIVATE_?KEY|API_?KEY|ACCESS_?KEY).*",
            Pattern.CASE_INSENSITIVE);
    private static final String CHECKSUM = "cosmopilot.io/environment";

    private Variables() {}

    static void set(Workbench bench, Adjustment.Environment environment) {
        var workload = bench.component(environment.component());
        var container = Workbench.container(workload);
        var secrets = new Secrets(bench, Workbench.name(workload) + "-environment");
        var kept = new ArrayList<@Nullable Object>();
        container.each("env").stream()
                .filter(variable -> !environment.variables().containsKey(variable.text("name", "")))
                .forEach(variable -> kept.add(variable.root()));
        new TreeMap<>(environment.variables()).forEach((name, value) -> {
            secrets.data.remove(name);
            if (!value.isEmpty()) {
                kept.add(SECRET.matcher(name).matches() ? secrets.keep(name, value) : plain(name, value));
            }
        });
        container.put("env", kept);
        secrets.lay(workload);
    }

    private static Map<String, Object> plain(String name, String value) {
        return Map.of("name", name, "value", value);
    }

    /** The Secret beside a component. */
    private static final class Secrets {

        private final Workbench bench;
        private final String name;
        private final Map<String, @Nullable Object> data = new TreeMap<>();

        private Secrets(Workbench bench, String name) {
            this.bench = bench;
            this.name = name;
            bench.of("Secret")
                    .filter(secret -> Workbench.name(secret).equals(name))
                    .forEach(secret -> data.putAll(secret.at("data").root()));
        }

        private Map<String, Object> keep(String key, String value) {
            data.put(key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
            return Map.of("name", key, "valueFrom", Map.of("secretKeyRef", Map.of("name", name, "key", key)));
        }

        /** Nothing starts anew because of a changed Secret, unless something of the pods changes with it. */
        private void lay(Tree workload) {
            if (data.isEmpty()) {
                bench.remove("Secret", name);
                return;
            }
            var secret = new LinkedHashMap<String, @Nullable Object>();
            secret.put("apiVersion", "v1");
            secret.put("kind", "Secret");
            secret.put("metadata", Map.of("name", name));
            secret.put("type", "Opaque");
            secret.put("data", data);
            bench.add(secret);
            var digest = UUID.nameUUIDFromBytes(
                    List.of(data.entrySet().toArray()).toString().getBytes(StandardCharsets.UTF_8));
            workload.make("spec", "template", "metadata", "annotations").put(CHECKSUM, digest.toString());
        }
    }
}
