package io.cosmopilot.deploy.registry;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an image consists of.
 *
 * @param parts blobs that it needs itself
 * @param children other manifests, of which each is the image for a platform
 */
record Manifest(List<Part> parts, List<String> children) {

    static Manifest parse(byte[] json) {
        try {
            var root = JsonMapper.shared().readTree(json);
            var parts = new ArrayList<Part>();
            add(parts, root.path("config"));
            root.path("layers").forEach(layer -> add(parts, layer));
            var children = new ArrayList<String>();
            root.path("manifests")
                    .forEach(child -> children.add(child.path("digest").asString("")));
            return new Manifest(parts, children);
        } catch (JacksonException unreadable) {
            throw new RegistryException("a manifest that is no JSON", unreadable);
        }
    }

    private static void add(List<Part> parts, JsonNode descriptor) {
        var digest = descriptor.path("digest").asString("");
        if (!digest.isEmpty()) {
            parts.add(new Part(digest, Math.max(0, descriptor.path("size").asLong(0))));
        }
    }

    /** Something that takes room. */
    record Part(String digest, long size) {}
}
