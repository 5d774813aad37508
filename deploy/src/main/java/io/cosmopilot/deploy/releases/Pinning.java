package io.cosmopilot.deploy.releases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Images;
import io.cosmopilot.templates.Manifest;

/**
 * Ties the images of our own registry to what their tags mean now, so that a tag that is pushed again changes nothing
 * that runs. The tag stays in the reference, for people.
 */
@Component
class Pinning {

    private static final Set<String> CONTAINERS = Set.of("containers", "initContainers");

    private final Images images;

    Pinning(Images images) {
        this.images = images;
    }

    Manifest on(Manifest manifest) {
        return new Manifest(pinned(manifest.content()));
    }

    private Map<String, @Nullable Object> pinned(Map<?, ?> content) {
        var pinned = new LinkedHashMap<String, @Nullable Object>();
        content.forEach((key, value) -> pinned.put(
                String.valueOf(key),
                CONTAINERS.contains(String.valueOf(key)) && value instanceof List<?> containers
                        ? containers.stream().map(this::container).toList()
                        : inside(value)));
        return pinned;
    }

    private @Nullable Object inside(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? pinned(map) : value;
    }

    private @Nullable Object container(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> container)) {
            return value;
        }
        var pinned = pinned(container);
        if (container.get("image") instanceof String image) {
            images.digest(image).ifPresent(digest -> pinned.put("image", image + "@" + digest));
        }
        return pinned;
    }
}
