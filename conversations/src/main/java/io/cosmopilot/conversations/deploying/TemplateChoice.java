package io.cosmopilot.conversations.deploying;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.templates.Catalogue;
import io.cosmopilot.templates.Template;

/** Finds the template that a person means. */
@Component
class TemplateChoice {

    private static final String PREFIX = "template:";
    private static final String SEARCH = "search";
    private final Catalogue catalogue;

    TemplateChoice(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<Block.Choice> choices(Scene scene) {
        List<Template> offered =
                scene.answers().find(SEARCH).map(catalogue::search).orElseGet(catalogue::all);
        return offered.stream()
                .map(template -> Block.Choice.of(
                        PREFIX + template.name(),
                        template.title().in(scene.words().locale())))
                .toList();
    }

    Answer read(Scene scene, Input input) {
        return switch (input) {
            case Input.Pick pick ->
                exact(pick.choice().startsWith(PREFIX) ? pick.choice().substring(PREFIX.length()) : "")
                        .orElseGet(Answer::notMeant);
            case Input.Text text -> exact(text.text().strip()).orElseGet(() -> search(scene, text.text()));
            default -> Answer.notMeant();
        };
    }

    /** The title for people. */
    String title(Scene scene) {
        return scene.answers()
                .find("template")
                .flatMap(catalogue::find)
                .map(template -> template.title().in(scene.words().locale()))
                .orElse("");
    }

    private Optional<Answer> exact(String name) {
        return catalogue.find(name).map(template -> Answer.accepted("template", template.name()));
    }

    private Answer search(Scene scene, String words) {
        List<Template> found = catalogue.search(words);
        if (found.isEmpty()) {
            return Answer.notMeant();
        }
        if (found.size() == 1) {
            return Answer.accepted("template", found.getFirst().name());
        }
        scene.answers().put(SEARCH, words);
        return Answer.refused("conversations.deploy.template.several", words.strip());
    }
}
