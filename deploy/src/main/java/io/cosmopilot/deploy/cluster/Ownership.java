package io.cosmopilot.deploy.cluster;

import java.util.Map;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.HasMetadata;

import io.cosmopilot.templates.Manifest;

/** The marks by which the bot knows its own: a label that caches select by, an annotation that proves whose it is. */
public final class Ownership {

    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    public static final String COSMOPILOT = "cosmopilot";
    public static final String NAME = "app.kubernetes.io/name";
    public static final String INSTANCE = "app.kubernetes.io/instance";
    public static final String APPLICATION = "cosmopilot.io/application";
    public static final String SPACE = "cosmopilot.io/space";

    private Ownership() {}

    /** The id of the application to which a live object belongs. */
    public static Optional<String> application(HasMetadata object) {
        return Optional.ofNullable(object.getMetadata().getAnnotations())
                .map(annotations -> annotations.get(APPLICATION));
    }

    /** Whether the platform made it, for whatever it is. */
    public static boolean ours(Manifest object) {
        var labels = new Tree(object.content()).at("metadata", "labels");
        return labels.text(MANAGED_BY, "").equals(COSMOPILOT);
    }

    /** The metadata of an object that belongs to a space and to no application. */
    public static Map<String, Object> metadata(String name, String space) {
        return Map.of("name", name, "labels", Map.of(MANAGED_BY, COSMOPILOT, SPACE, space));
    }

    public static boolean belongs(Manifest object, String application) {
        var annotations = new Tree(object.content()).at("metadata", "annotations");
        return annotations.text(APPLICATION, "").equals(application);
    }
}
