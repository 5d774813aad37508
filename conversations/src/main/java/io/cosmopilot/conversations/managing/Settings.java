package io.cosmopilot.conversations.managing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.Amounts;
import io.cosmopilot.conversations.releasing.Pairs;
import io.cosmopilot.conversations.releasing.Variables;
import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.Release;
import io.cosmopilot.templates.Catalogue;

/** The settings of an application as a form: the variables of its template, or what its program may use and know. */
@Component
class Settings {

    private static final String CPU = "cpu";
    private static final String MEMORY = "memory";
    private static final String ENVIRONMENT = "environment";

    private final Managed managed;
    private final Variables variables;
    private final Catalogue catalogue;

    Settings(Managed managed, Variables variables, Catalogue catalogue) {
        this.managed = managed;
        this.variables = variables;
        this.catalogue = catalogue;
    }

    /** Whether the application still has the variables of a template. */
    boolean ofTemplate(Scene scene) {
        return managed.current(scene)
                .map(Release::template)
                .flatMap(catalogue::find)
                .isPresent();
    }

    List<Block.Field> fields(Scene scene) {
        if (!ofTemplate(scene)) {
            return List.of(field(scene, CPU), field(scene, MEMORY), field(scene, ENVIRONMENT));
        }
        begin(scene);
        return variables.fields(scene);
    }

    Answer read(Scene scene, Input input) {
        if (!(input instanceof Input.Fields filled)) {
            return Answer.notMeant();
        }
        if (!ofTemplate(scene)) {
            return plain(filled.values());
        }
        begin(scene);
        return variables.read(scene, input);
    }

    /** The variables as they are to be. */
    Map<String, String> values(Scene scene) {
        return variables.values(scene);
    }

    List<Adjustment> adjustments(Scene scene) {
        List<Adjustment> adjustments = new ArrayList<>();
        Optional<String> cpu = scene.answers().find(CPU);
        Optional<String> memory = scene.answers().find(MEMORY);
        if (cpu.isPresent() || memory.isPresent()) {
            adjustments.add(new Adjustment.Resources(null, cpu.orElse(null), memory.orElse(null)));
        }
        scene.answers()
                .find(ENVIRONMENT)
                .map(Pairs::of)
                .ifPresent(pairs -> adjustments.add(new Adjustment.Environment(null, pairs)));
        return adjustments;
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

    private static Answer plain(Map<String, String> filled) {
        Map<String, String> values = new HashMap<>();
        Map<String, List<MessageSourceResolvable>> faults = new LinkedHashMap<>();
        for (String name : List.of(CPU, MEMORY, ENVIRONMENT)) {
            String value = filled.getOrDefault(name, "").strip();
            boolean good = switch (name) {
                case CPU -> Amounts.isCpu(value);
                case MEMORY -> Amounts.isMemory(value);
                default -> Pairs.are(value);
            };
            if (!value.isEmpty() && !good) {
                faults.put(
                        name,
                        List.of(new DefaultMessageSourceResolvable("conversations.manage.settings." + name + ".form")));
            } else if (!value.isEmpty()) {
                values.put(name, name.equals(MEMORY) ? Amounts.memory(value) : value);
            }
        }
        if (faults.isEmpty() && values.isEmpty()) {
            return Answer.refused("conversations.manage.settings.none");
        }
        return faults.isEmpty() ? new Answer.Accepted(values) : new Answer.Refused(faults);
    }

    private static Block.Field field(Scene scene, String name) {
        return new Block.Field(
                name,
                Block.Kind.TEXT,
                scene.say("settings." + name),
                scene.say("settings." + name + ".hint"),
                false,
                scene.answers().find(name).orElse(null),
                null,
                null);
    }
}
