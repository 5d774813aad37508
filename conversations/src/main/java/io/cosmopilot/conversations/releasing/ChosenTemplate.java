package io.cosmopilot.conversations.releasing;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.templates.Template;
import io.cosmopilot.templates.Templates;

/** The template that a flow is about: of the catalogue (answer {@code template}), or pasted (answer {@code yaml}). */
@Component
public class ChosenTemplate {

    private final TemplateShelf shelf;
    private final Templates templates;

    ChosenTemplate(TemplateShelf shelf, Templates templates) {
        this.shelf = shelf;
        this.templates = templates;
    }

    public Optional<Template> of(Scene scene) {
        return scene.answers()
                .find("yaml")
                .map(text -> templates.read("yaml", text))
                .or(() -> scene.answers().find("template").flatMap(name -> shelf.find(scene.person(), name)));
    }
}
