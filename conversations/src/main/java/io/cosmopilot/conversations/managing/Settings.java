package io.cosmopilot.conversations.managing;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.Variables;
import io.cosmopilot.deploy.Release;
import io.cosmopilot.templates.Catalogue;

/** The settings of an application that came from a template: its variables, as they are now. */
@Component
class Settings {

    private static final String ASPECTS = "aspects";

    private final Managed managed;
    private final Variables variables;
    private final Catalogue catalogue;

    Settings(Managed managed, Variables variables, Catalogue catalogue) {
        this.managed = managed;
        this.variables = variables;
        this.catalogue = catalogue;
    }

    /** Whether its variables are edited; otherwise what can be said of any application. */
    boolean asked(Scene scene) {
        return managed.does(scene, Action.EDIT)
                && ofTemplate(scene)
                && !scene.answers().has(ASPECTS);
    }

    private boolean ofTemplate(Scene scene) {
        return managed.current(scene)
                .map(Release::template)
                .flatMap(catalogue::find)
                .isPresent();
    }

    List<Block.Field> fields(Scene scene) {
        begin(scene);
        return variables.fields(scene);
    }

    Answer read(Scene scene, Input input) {
        if (input instanceof Input.Pick pick && pick.choice().equals(ASPECTS)) {
            return Answer.accepted(ASPECTS, "yes");
        }
        begin(scene);
        return input instanceof Input.Fields ? variables.read(scene, input) : Answer.notMeant();
    }

    /** What is said of one variable beside the form. */
    Answer readOne(Scene scene, String name, String value) {
        if (!asked(scene)) {
            return Answer.notMeant();
        }
        begin(scene);
        return variables.readOne(scene, name, value);
    }

    List<Block.Choice> choices(Scene scene) {
        return List.of(scene.choice(ASPECTS, "more.label"));
    }

    /** The variables as they are to be. */
    Map<String, String> values(Scene scene) {
        return variables.values(scene);
    }

    /** The form begins with what runs; the draft keeps what was typed since. */
    private void begin(Scene scene) {
        managed.current(scene).ifPresent(release -> {
            scene.answers().put("template", release.template());
            release.values().forEach((name, value) -> {
                if (!scene.answers().has(Variables.VALUE + name)) {
                    scene.answers().put(Variables.VALUE + name, value);
                }
            });
        });
    }
}
