package io.cosmopilot.conversations.images;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.deploy.ImageMembers;

/** The flow {@code image}: what is in a space, how to push, the registry password, members, deleting. */
@Configuration(proxyBeanMethods = false)
class ImageConfiguration {

    private static final List<String> ACTIONS = List.of("show", "push", "password", "members", "delete");
    private static final Set<String> ALL =
            Set.of("show", "push", "password", "revoke", "members", "admit", "dismiss", "delete");

    private final Shelf shelf;
    private final Deeds deeds;

    ImageConfiguration(Shelf shelf, Deeds deeds) {
        this.shelf = shelf;
        this.deeds = deeds;
    }

    @Bean
    Task<Void> forgetPassword(Forgetting forgetting) {
        return Tasks.oneTime(Forgetting.TASK).execute((instance, context) -> forgetting.run(instance.getId()));
    }

    @Bean
    Flow image() {
        return Flow.named("image")
                .ask(action())
                .ask(nothing())
                .ask(space())
                .ask(machine())
                .ask(person())
                .ask(role())
                .ask(image("image"))
                .ask(tag())
                .ask(sure())
                .then(deeds::end)
                .build();
    }

    private Question action() {
        return Question.named("action")
                .choices(scene -> ACTIONS.stream()
                        .map(action -> scene.choice(action, "choice." + action))
                        .toList())
                .orElse(scene -> Optional.of("show"))
                .reading((scene, input) ->
                        ALL.contains(said(input)) ? Answer.accepted("action", said(input)) : Answer.notMeant())
                .build();
    }

    /** Without a space there is nothing to show. */
    private Question nothing() {
        return Question.named("nothing")
                .onlyIf(scene -> concernsASpace(scene) && shelf.spaces(scene).isEmpty())
                .choices(scene -> List.of(new Block.Choice("space", scene.say("nothing.space"), Block.Style.PRIMARY)))
                .barrier()
                .build();
    }

    private Question space() {
        return Question.named("space")
                .onlyIf(scene -> concernsASpace(scene) && shelf.spaces(scene).size() > 1)
                .choices(scene -> shelf.spaces(scene).stream()
                        .map(space -> Block.Choice.of(space, space))
                        .toList())
                .reading((scene, input) -> shelf.spaces(scene).contains(said(input))
                        ? Answer.accepted("space", said(input))
                        : Answer.notMeant())
                .build();
    }

    private Question machine() {
        return Question.named("machine")
                .onlyIf(scene -> is(scene, "push"))
                .choices(scene -> Arrays.stream(PushHelp.Machine.values())
                        .map(machine -> scene.choice(machine.id(), "choice." + machine.id()))
                        .toList())
                .reading((scene, input) -> Machines.read(said(input))
                        .map(machine -> Answer.accepted("machine", machine.id()))
                        .orElseGet(Answer::notMeant))
                .build();
    }

    private Question person() {
        return Question.named("person")
                .onlyIf(scene -> is(scene, "admit") || is(scene, "dismiss"))
                .mentioning(scene -> new Object[] {shelf.space(scene)})
                .choices(scene -> is(scene, "dismiss") ? shelf.guests(scene) : List.of())
                .reading(shelf::readPerson)
                .build();
    }

    private Question role() {
        return Question.named("role")
                .onlyIf(scene -> is(scene, "admit"))
                .mentioning(
                        scene -> new Object[] {scene.answers().find("person").orElse("")})
                .choices(scene ->
                        List.of(scene.choice("pusher", "choice.pusher"), scene.choice("reader", "choice.reader")))
                .orElse(scene -> Optional.of("reader"))
                .reading((scene, input) -> List.of("pusher", "reader").contains(said(input))
                        ? Answer.accepted("role", said(input))
                        : Answer.notMeant())
                .build();
    }

    private Question image(String name) {
        return Question.named(name)
                .onlyIf(scene -> is(scene, "delete"))
                .mentioning(scene -> new Object[] {shelf.space(scene)})
                .choices(scene -> shelf.images(scene).stream()
                        .map(image -> Block.Choice.of(image, image))
                        .toList())
                .reading((scene, input) -> shelf.images(scene).contains(said(input))
                        ? Answer.accepted(name, said(input))
                        : Answer.notMeant())
                .build();
    }

    private Question tag() {
        return Question.named("tag")
                .onlyIf(scene -> is(scene, "delete"))
                .mentioning(scene -> new Object[] {scene.answers().find("image").orElse("")})
                .choices(scene -> shelf.tags(scene).stream()
                        .map(tag -> Block.Choice.of("tag:" + tag.name(), tag.name() + " · " + Bytes.of(tag.size())))
                        .toList())
                .reading((scene, input) -> {
                    var tag = said(input).startsWith("tag:") ? said(input).substring("tag:".length()) : said(input);
                    return shelf.tag(scene, tag).isPresent() ? Answer.accepted("tag", tag) : Answer.notMeant();
                })
                .build();
    }

    private Question sure() {
        return Question.named("sure")
                .onlyIf(scene -> is(scene, "delete"))
                .mentioning(shelf::whatGoes)
                .choices(scene -> List.of(
                        new Block.Choice("delete", scene.say("choice.sure"), Block.Style.DANGER),
                        Block.Choice.of("cancel", scene.words().say("conversations.choice.cancel"))))
                .reading((scene, input) ->
                        said(input).equals("delete") ? Answer.accepted("sure", "yes") : Answer.notMeant())
                .build();
    }

    private static boolean concernsASpace(Scene scene) {
        return !is(scene, "password") && !is(scene, "revoke");
    }

    static boolean is(Scene scene, String action) {
        return scene.answers().find("action").filter(action::equals).isPresent();
    }

    static String said(Input input) {
        return switch (input) {
            case Input.Text text -> text.text().strip();
            case Input.Pick pick -> pick.choice();
            default -> "";
        };
    }

    /** Roles by the word of their button. */
    static ImageMembers.Role role(String word) {
        return word.equals("pusher") ? ImageMembers.Role.PUSHER : ImageMembers.Role.READER;
    }
}
