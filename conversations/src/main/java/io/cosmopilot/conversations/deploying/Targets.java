package io.cosmopilot.conversations.deploying;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.ChosenTemplate;
import io.cosmopilot.conversations.releasing.ImageNames;
import io.cosmopilot.conversations.releasing.YamlReading;
import io.cosmopilot.deploy.Applications;
import io.cosmopilot.deploy.Belongings;
import io.cosmopilot.deploy.Belongings.Belonging;
import io.cosmopilot.templates.Manifest;

/** Where an application goes, and what it is called there. */
@Component
class Targets {

    /** RFC 1123 label, short enough for the names of its parts. */
    private static final Pattern NAME = Pattern.compile("[a-z]([-a-z0-9]{0,28}[a-z0-9])?");

    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "DaemonSet");

    private final Belongings belongings;
    private final Applications applications;
    private final ChosenTemplate chosen;
    private final YamlReading yaml;

    Targets(Belongings belongings, Applications applications, ChosenTemplate chosen, YamlReading yaml) {
        this.belongings = belongings;
        this.applications = applications;
        this.chosen = chosen;
        this.yaml = yaml;
    }

    List<String> spaces(Scene scene) {
        return scene.once("belongings", () -> belongings.of(scene.person())).stream()
                .map(Belonging::space)
                .distinct()
                .toList();
    }

    /** The chosen space, or the only one. */
    String space(Scene scene) {
        return scene.answers().find("space").orElseGet(() -> spaces(scene).getFirst());
    }

    List<Block.Choice> spaceChoices(Scene scene) {
        return spaces(scene).stream().map(name -> Block.Choice.of(name, name)).toList();
    }

    Answer readSpace(Scene scene, Input input) {
        String said = said(input);
        return spaces(scene).contains(said) ? Answer.accepted("space", said) : Answer.notMeant();
    }

    Answer readName(Scene scene, Input input) {
        String said = said(input);
        String name = said.startsWith("use:") ? said.substring(4) : said;
        if (name.isEmpty()) {
            return Answer.notMeant();
        }
        if (!NAME.matcher(name).matches()) {
            return Answer.refused("conversations.deploy.application.form", name.length() > 40 ? "…" : name);
        }
        if (!spaces(scene).isEmpty() && applications.taken(space(scene), name)) {
            return Answer.refused("conversations.deploy.application.taken", name, proposal(scene, name));
        }
        return Answer.accepted("application", name);
    }

    /** A free name after what it is made of. */
    String proposal(Scene scene) {
        return proposal(
                scene,
                switch (Ways.of(scene)) {
                    case IMAGE -> ImageNames.base(scene.answers().find("image").orElse("app"));
                    case YAML ->
                        chosen.of(scene).map(yaml::manifests).stream()
                                .flatMap(List::stream)
                                .filter(manifest -> WORKLOADS.contains(manifest.kind()))
                                .map(Manifest::name)
                                .filter(name -> NAME.matcher(name).matches())
                                .findFirst()
                                .orElse("app");
                    case TEMPLATE -> scene.answers().find("template").orElse("app");
                });
    }

    private String proposal(Scene scene, String base) {
        String name = base;
        for (int number = 2; !spaces(scene).isEmpty() && applications.taken(space(scene), name); number++) {
            name = base + "-" + number;
        }
        return name;
    }

    static String said(Input input) {
        return switch (input) {
            case Input.Text text -> text.text().strip();
            case Input.Pick pick -> pick.choice();
            default -> "";
        };
    }
}
