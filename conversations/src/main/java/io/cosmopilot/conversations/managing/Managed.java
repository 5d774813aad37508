package io.cosmopilot.conversations.managing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.aspects.Aspects;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.Said;
import io.cosmopilot.deploy.Application;
import io.cosmopilot.deploy.Applications;
import io.cosmopilot.deploy.Release;
import io.cosmopilot.deploy.Releases;
import io.cosmopilot.deploy.Space;
import io.cosmopilot.deploy.Spaces;
import io.cosmopilot.deploy.Volumes;

/** The application that is meant, and what shall be done with it. */
@Component
class Managed {

    private static final List<String> DETAILS =
            List.of("replicas", "image", "release", "settings", "again", "volumes", "aspects", Aspects.MORE);

    private final Applications applications;
    private final Releases releases;
    private final Spaces spaces;
    private final Volumes volumes;

    Managed(Applications applications, Releases releases, Spaces spaces, Volumes volumes) {
        this.applications = applications;
        this.releases = releases;
        this.spaces = spaces;
        this.volumes = volumes;
    }

    List<Application> all(Scene scene) {
        return scene.once("applications", () -> applications.of(scene.person()));
    }

    Optional<Application> application(Scene scene) {
        return scene.answers()
                .find("application")
                .flatMap(name -> scene.once("application " + name, () -> applications.find(scene.person(), name)));
    }

    /** Whether there is data that is only its own. */
    boolean hasVolumes(Scene scene) {
        String name = scene.answers().find("application").orElse("");
        String space = scene.answers().find("space").orElse("");
        return scene.once("volumes", () -> volumes.of(scene.person())).stream()
                .anyMatch(volume ->
                        name.equals(volume.application()) && volume.space().equals(space));
    }

    boolean does(Scene scene, Action action) {
        return scene.answers().find("action").filter(action.word()::equals).isPresent();
    }

    Action action(Scene scene) {
        return Action.of(scene.answers().get("action")).orElseThrow();
    }

    /** Every release of the application, newest first. */
    List<Release> history(Scene scene) {
        String space = scene.answers().get("space");
        String application = scene.answers().get("application");
        return scene.once("history " + space + "/" + application, () -> releases.history(space, application));
    }

    /** The release that runs, if the application has one. */
    Optional<Release> current(Scene scene) {
        return history(scene).stream().filter(Release::current).findFirst();
    }

    List<Block.Choice> applicationChoices(Scene scene) {
        return all(scene).stream()
                .map(application -> Block.Choice.of(application.name(), application.name()))
                .toList();
    }

    Answer readApplication(Scene scene, Input input) {
        return applications
                .find(scene.person(), Said.of(input))
                .<Answer>map(found -> new Answer.Accepted(Map.of("application", found.name(), "space", found.space())))
                .orElseGet(Answer::notMeant);
    }

    List<Block.Choice> actionChoices(Scene scene) {
        return application(scene)
                .map(application -> Action.possible(application, history(scene).size()))
                .orElse(List.of())
                .stream()
                .map(action -> new Block.Choice(
                        action.word(),
                        scene.say("action." + action.word()),
                        action == Action.DELETE ? Block.Style.DANGER : null))
                .toList();
    }

    /** Another deed has other details. */
    Answer readAction(Scene scene, Input input) {
        Optional<Action> action = Action.of(Said.of(input));
        if (action.isEmpty()) {
            return Answer.notMeant();
        }
        DETAILS.forEach(scene.answers()::forget);
        return action.get() == Action.UNDO
                ? undo(scene)
                : Answer.accepted("action", action.get().word());
    }

    private Answer undo(Scene scene) {
        Optional<Release> last = last(scene);
        if (last.isEmpty()) {
            return Answer.refused("conversations.manage.undo.nothing");
        }
        List<Release> history = releases.history(last.get().space(), last.get().application());
        if (history.size() < 2) {
            return Answer.refused("conversations.manage.undo.first", last.get().application());
        }
        return new Answer.Accepted(Map.of(
                "action",
                Action.UNDO.word(),
                "application",
                last.get().application(),
                "space",
                last.get().space(),
                "release",
                history.get(1).id()));
    }

    /** What was released last: of the application that was named, which may be gone, or of any. */
    private Optional<Release> last(Scene scene) {
        Optional<String> named =
                scene.answers().find("application").or(() -> scene.answers().find("given:application"));
        return named.isEmpty()
                ? releases.latest(scene.person())
                : scene.once("spaces", () -> spaces.of(scene.person())).stream()
                        .map(Space::name)
                        .flatMap(space -> releases.history(space, named.get()).stream())
                        .filter(Release::current)
                        .findFirst();
    }
}
