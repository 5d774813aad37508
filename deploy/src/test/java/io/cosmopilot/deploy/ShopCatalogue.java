package io.cosmopilot.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.jspecify.annotations.Nullable;

import io.cosmopilot.templates.Bilingual;
import io.cosmopilot.templates.Catalogue;
import io.cosmopilot.templates.Complaint;
import io.cosmopilot.templates.HostPathPolicy;
import io.cosmopilot.templates.Manifest;
import io.cosmopilot.templates.Rendering;
import io.cosmopilot.templates.Template;
import io.cosmopilot.templates.Variable;

/**
 * The catalogue that is shipped, and before it two templates that run in the image which the test cluster's node has:
 * {@code shop}, and {@code plain}, whose variable {@code YAML} is what it renders.
 */
class ShopCatalogue implements Catalogue {

    static final String IMAGE = "local/busybox:1";

    private static final Map<String, String> STANDARD = Map.of(
            "DB_IMAGE", IMAGE,
            "WEB_IMAGE", IMAGE,
            "WEB_CPU", "10m",
            "WEB_LIMIT", "4",
            "PASSWORD", "Secret-0815",
            "WEB_COMMAND", "mkdir -p /www; echo hello > /www/index.html; exec httpd -f -p 8080 -h /www");

    private final List<Template> templates = Stream.concat(
                    Stream.of(new Shop("shop"), new Shop("plain")), Catalogue.shipped().all().stream())
            .toList();

    @Override
    public List<Template> all() {
        return templates;
    }

    @Override
    public List<Template> search(String words) {
        return all();
    }

    @Override
    public Optional<Template> find(String name) {
        return all().stream().filter(template -> template.name().equals(name)).findFirst();
    }

    private record Shop(String name) implements Template {

        @Override
        public Bilingual title() {
            return new Bilingual("商店", "Shop");
        }

        @Override
        public Bilingual description() {
            return title();
        }

        @Override
        public List<Variable> variables() {
            return List.of();
        }

        @Override
        public Map<String, String> complete(Map<String, String> values) {
            var all = new LinkedHashMap<>(STANDARD);
            all.putAll(values);
            return all;
        }

        @Override
        public Rendering render(Map<String, String> values, HostPathPolicy hostPaths) {
            if (values.containsValue("nonsense")) {
                return new Rendering.Rejected(List.of(Complaint.of("templates.nonsense", "PASSWORD")));
            }
            var text = values.containsKey("YAML") ? values.get("YAML") : text();
            for (var value : complete(values).entrySet()) {
                text = text.replace(value.getKey(), value.getValue());
            }
            var yaml = new KubernetesSerialization();
            return new Rendering.Rendered(
                    Stream.of(text.split("\n---\n"))
                            .filter(document ->
                                    !values.containsKey("WITHOUT_DB_SERVICE") || !document.contains("port: 3306"))
                            .map(document -> manifest(yaml, document))
                            .toList(),
                    List.of(Complaint.of("templates.rewritten", "Deployment")));
        }

        @SuppressWarnings("unchecked") // YAML's maps have text as keys
        private static Manifest manifest(KubernetesSerialization yaml, String document) {
            return new Manifest((Map<String, @Nullable Object>) yaml.unmarshal("---\n" + document, Map.class));
        }

        private static String text() {
            try (var file = Shop.class.getResourceAsStream("/templates-for-tests/shop.yaml")) {
                return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
