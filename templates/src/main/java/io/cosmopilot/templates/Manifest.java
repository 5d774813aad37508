package io.cosmopilot.templates;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.templates.yaml.YamlWriter;

/**
 * One Kubernetes object as plain data: maps, lists, strings, numbers, booleans and null.
 *
 * @param content the whole object, with {@code apiVersion}, {@code kind} and {@code metadata.name}
 */
public record Manifest(Map<String, @Nullable Object> content) {

    public String apiVersion() {
        return String.valueOf(content.get("apiVersion"));
    }

    public String kind() {
        return String.valueOf(content.get("kind"));
    }

    public String name() {
        return content.get("metadata") instanceof Map<?, ?> metadata ? String.valueOf(metadata.get("name")) : "";
    }

    /** The same object for a server that does not serve its API version, where the structure is the same. */
    public Manifest withApiVersion(String apiVersion) {
        var changed = new LinkedHashMap<>(content);
        changed.put("apiVersion", apiVersion);
        return new Manifest(changed);
    }

    /** The object as people read it. Secrets are in it as they are in the object. */
    public String toYaml() {
        return YamlWriter.write(content);
    }
}
