package io.cosmopilot.conversations.releasing;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.templates.Catalogue;
import io.cosmopilot.templates.Template;
import io.cosmopilot.templates.Templates;

/** The template that a flow is about: of the catalogue (answer {@code template}), or pasted (answer {@code yaml}). */
@Component
public class ChosenTemplate {

    private final Catalogue catalogue;
    private final Templates templates;

    ChosenTemplate(Catalogue catalogue, Templates templates) {
        this.catalogue = catalogue;
        this.templates = templates;
    }

    public Optional<Template> of(Scene scene) {
        return scene.answers()
                .find("yaml")
                .map(text -> templates.read("yaml", text))
                .or(() -> scene.answers().find("template").flatMap(catalogue::find));
    }
}
