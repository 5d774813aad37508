package io.cosmopilot.conversations.configs;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Uploads;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.Said;
import io.cosmopilot.deploy.Belongings;
import io.cosmopilot.deploy.Belongings.Belonging;
import io.cosmopilot.deploy.Configuration;
import io.cosmopilot.deploy.Configurations;
import io.cosmopilot.deploy.Problem;

/** Reads which configuration is meant, and its files. They are kept as answers {@code content:<file>}. */
@Component
class ConfigAnswers {

    private static final String CONTENT = "content:";

    private final Configurations configurations;
    private final Belongings belongings;
    private final Uploads uploads;

    ConfigAnswers(Configurations configurations, Belongings belongings, Uploads uploads) {
        this.configurations = configurations;
        this.belongings = belongings;
        this.uploads = uploads;
    }

    List<Configuration> all(Scene scene) {
        return configurations.of(scene.person());
    }

    List<String> spaces(Scene scene) {
        return scene.once("belongings", () -> belongings.of(scene.person())).stream()
                .map(Belonging::space)
                .distinct()
                .toList();
    }

    boolean does(Scene scene, String action) {
        return scene.answers().find("action").filter(action::equals).isPresent();
    }

    /** The configuration of the name that was answered, if there is one already. */
    Optional<Configuration> known(Scene scene) {
        return scene.answers().find("name").flatMap(name -> configurations.find(scene.person(), name));
    }

    String space(Scene scene) {
        return known(scene)
                .map(Configuration::space)
                .or(() -> scene.answers().find("space"))
                .orElseGet(() -> spaces(scene).getFirst());
    }

    Answer readAction(Scene scene, Input input) {
        String said = Said.of(input);
        return switch (said) {
            case "create", "show", "edit", "delete" -> Answer.accepted("action", said);
            default -> Answer.notMeant();
        };
    }

    /** A new name where one is made, a known one elsewhere. */
    Answer readName(Scene scene, Input input) {
        String said = Said.of(input, "config:");
        boolean known = configurations.find(scene.person(), said).isPresent();
        if (said.isEmpty() || (!does(scene, "create") && !known)) {
            return Answer.notMeant();
        }
        if (does(scene, "create") && known) {
            return Answer.refused("conversations.config.name.taken", said);
        }
        return judged(configurations.check(said, Map.of()), Answer.accepted("name", said));
    }

    Answer readSpace(Scene scene, Input input) {
        String said = Said.of(input);
        return spaces(scene).contains(said) ? Answer.accepted("space", said) : Answer.notMeant();
    }

    List<Block.Choice> fileChoices(Scene scene) {
        return files(scene).keySet().stream()
                .map(file -> Block.Choice.of("file:" + file, file))
                .toList();
    }

    /** The name of a file; a file that is handed in has both name and content. */
    Answer readFile(Scene scene, Input input) {
        if (input instanceof Input.File file) {
            return uploads.content(scene.person(), file.upload())
                    .map(content -> kept(scene, file.name(), new String(content, StandardCharsets.UTF_8)))
                    .orElseGet(Answer::notMeant);
        }
        String said = Said.of(input, "file:");
        return said.isEmpty()
                ? Answer.notMeant()
                : judged(configurations.check("ok", Map.of(said, "")), Answer.accepted("file", said));
    }

    Answer readContent(Scene scene, Input input) {
        String name = scene.answers().get("file");
        return switch (input) {
            case Input.Text text -> kept(scene, name, unfenced(text.text()));
            case Input.File file ->
                uploads.content(scene.person(), file.upload())
                        .map(content -> kept(scene, name, new String(content, StandardCharsets.UTF_8)))
                        .orElseGet(Answer::notMeant);
            default -> Answer.notMeant();
        };
    }

    private Answer kept(Scene scene, String file, String content) {
        Map<String, String> all = new LinkedHashMap<>(files(scene));
        all.put(file, content);
        return judged(
                configurations.check("ok", all),
                new Answer.Accepted(Map.of("file", file, "content", "", CONTENT + file, content)));
    }

    /** What it is going to consist of. */
    Map<String, String> files(Scene scene) {
        Map<String, String> files = new TreeMap<>();
        if (!does(scene, "create")) {
            known(scene).ifPresent(configuration -> files.putAll(configuration.files()));
        }
        files.putAll(scene.answers().under(CONTENT));
        return files;
    }

    /** Those that were given or changed in this conversation. */
    Map<String, String> changed(Scene scene) {
        return new TreeMap<>(scene.answers().under(CONTENT));
    }

    void keep(Scene scene, String id) {
        String space = space(scene);
        String name = scene.answers().get("name");
        Map<String, String> files = files(scene);
        var requester = scene.requester();
        scene.command(() -> configurations.keep(id, space, name, files, requester));
    }

    void remove(Scene scene, String id) {
        String space = space(scene);
        String name = scene.answers().get("name");
        var requester = scene.requester();
        scene.command(() -> configurations.remove(id, space, name, requester));
    }

    List<Configuration.Reader> readers(Scene scene) {
        return configurations.readers(space(scene), scene.answers().get("name"));
    }

    /** Chats teach people to put files between fences. */
    private static String unfenced(String text) {
        String bare = text.strip();
        return bare.startsWith("```") && bare.endsWith("```") && bare.length() > 6
                ? bare.substring(0, bare.length() - 3).replaceFirst("^```[a-z]*\\n?", "")
                : text;
    }

    private static Answer judged(List<Problem> problems, Answer good) {
        return problems.isEmpty()
                ? good
                : new Answer.Refused(Map.of("", List.<MessageSourceResolvable>copyOf(problems)));
    }
}
