package io.cosmopilot.conversations.deploying;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.ChosenTemplate;
import io.cosmopilot.conversations.releasing.ImageNames;
import io.cosmopilot.conversations.releasing.TemplateShelf;
import io.cosmopilot.templates.Template;

/** Finds the template that a person means. */
@Component
class TemplateChoice {

    private static final String PREFIX = "template:";
    private static final String SEARCH = "search";
    private static final List<String> WAYS = List.of("way:image", "way:yaml", "build");

    private final TemplateShelf shelf;
    private final ChosenTemplate chosen;

    TemplateChoice(TemplateShelf shelf, ChosenTemplate chosen) {
        this.shelf = shelf;
        this.chosen = chosen;
    }

    List<Block.Choice> choices(Scene scene) {
        List<Template> offered = scene.answers()
                .find(SEARCH)
                .map(words -> scene.once("search " + words, () -> shelf.search(scene.person(), words)))
                .orElseGet(() -> scene.once("templates", () -> shelf.all(scene.person())));
        Stream<Block.Choice> templates = offered.stream()
                .map(template -> Block.Choice.of(
                        PREFIX + template.name(),
                        template.title().in(scene.words().locale())));
        return Stream.concat(
                        templates, WAYS.stream().map(way -> scene.choice(way, "template." + way.replace(':', '.'))))
                .toList();
    }

    Answer read(Scene scene, Input input) {
        return switch (input) {
            case Input.Pick pick -> picked(scene, pick.choice());
            case Input.Text text -> exact(scene, text.text().strip()).orElseGet(() -> search(scene, text.text()));
            default -> Answer.notMeant();
        };
    }

    private Answer picked(Scene scene, String choice) {
        return choice.startsWith("way:")
                ? Answer.accepted("way", choice.substring("way:".length()))
                : exact(scene, choice.startsWith(PREFIX) ? choice.substring(PREFIX.length()) : "")
                        .orElseGet(Answer::notMeant);
    }

    /** The title for people: of the template, or what stands in its place. */
    String title(Scene scene) {
        return switch (Ways.of(scene)) {
            case IMAGE -> scene.answers().find("image").orElse("");
            case YAML -> scene.say("yaml.label");
            case TEMPLATE ->
                chosen.of(scene)
                        .map(template -> template.title().in(scene.words().locale()))
                        .orElse("");
        };
    }

    private Optional<Answer> exact(Scene scene, String name) {
        return shelf.find(scene.person(), name).map(template -> Answer.accepted("template", template.name()));
    }

    private Answer search(Scene scene, String words) {
        String word = words.strip();
        if (word.contains(":") && ImageNames.isReference(word)) {
            return new Answer.Accepted(Map.of("way", "image", "image", word));
        }
        List<Template> found = scene.once("search " + words, () -> shelf.search(scene.person(), words));
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
