package io.cosmopilot.conversations.deploying;

import java.util.Optional;

import io.cosmopilot.conversations.engine.Scene;

/** The ways to an application: a template, an image, YAML. From source there is a flow of its own. */
enum Ways {
    TEMPLATE,
    IMAGE,
    YAML;

    static Ways of(Scene scene) {
        if (scene.answers().has("image") || said(scene, "image")) {
            return IMAGE;
        }
        return scene.answers().has("yaml") || said(scene, "yaml") ? YAML : TEMPLATE;
    }

    boolean taken(Scene scene) {
        return of(scene) == this;
    }

    private static boolean said(Scene scene, String way) {
        Optional<String> said =
                scene.answers().find("way").or(() -> scene.answers().find("given:way"));
        return said.filter(way::equals).isPresent();
    }
}
