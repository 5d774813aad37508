package io.cosmopilot.templates;

import java.util.Map;

import org.jspecify.annotations.Nullable;

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
}
