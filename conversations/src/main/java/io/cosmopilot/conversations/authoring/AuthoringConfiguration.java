package io.cosmopilot.conversations.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.approvals.ApprovalChanged;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Confirmation;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.engine.Work;
import io.cosmopilot.conversations.releasing.Said;
import io.cosmopilot.conversations.releasing.TemplateShelf;
import io.cosmopilot.conversations.releasing.Written;
import io.cosmopilot.conversations.releasing.YamlReading;

/** The flow {@code template}: write one, variable by variable; keep it or propose it for everybody; see or delete. */
@Configuration(proxyBeanMethods = false)
class AuthoringConfiguration {

    private static final String CREATE = "create";
    private static final String SHOW = "show";
    private static final String DELETE = "delete";

    private final Draftsman draftsman;
    private final Proposal proposal;
    private final YamlReading yaml;
    private final TemplateShelf shelf;

    AuthoringConfiguration(Draftsman draftsman, Proposal proposal, YamlReading yaml, TemplateShelf shelf) {
        this.draftsman = draftsman;
        this.proposal = proposal;
        this.yaml = yaml;
        this.shelf = shelf;
    }

    @Bean
    Flow template() {
        return Flow.named("template")
                .ask(action())
                .ask(yaml())
                .ask(name())
                .ask(title())
                .ask(variable())
                .ask(audience())
                .ask(purpose())
                .ask(chosen())
                .confirm(new Confirmation(
                                "confirm", this::summary, List.of("yaml", "name", "title", "audience", "written"))
                        .onlyIf(scene -> !does(scene, SHOW)))
                .run(Work.named("review")
                        .onlyIf(scene -> does(scene, CREATE) && everybody(scene))
                        .starting(proposal::propose)
                        .cancelling(proposal::cancel)
                        .on(ApprovalChanged.class, proposal::changed)
                        .build())
                .then(this::end)
                .build();
    }

    private Question action() {
        return Question.named("action")
                .choices(scene -> {
                    List<Block.Choice> choices = new ArrayList<>();
                    choices.add(new Block.Choice(CREATE, scene.say("action.create"), Block.Style.PRIMARY));
                    if (!shelf.own(scene.person()).isEmpty()) {
                        choices.add(scene.choice(SHOW, "action.show"));
                        choices.add(scene.choice(DELETE, "action.delete"));
                    }
                    return choices;
                })
                .reading((scene, input) -> switch (Said.of(input)) {
                    case CREATE, "edit" -> Answer.accepted("action", CREATE);
                    case SHOW -> Answer.accepted("action", SHOW);
                    case DELETE -> Answer.accepted("action", DELETE);
                    default -> Answer.notMeant();
                })
                .build();
    }

    private Question yaml() {
        return Question.named("yaml")
                .freeText()
                .onlyIf(scene -> does(scene, CREATE))
                .reading(yaml::read)
                .build();
    }

    private Question name() {
        return Question.named("name")
                .freeText()
                .onlyIf(scene -> does(scene, CREATE))
                .reading(draftsman::readName)
                .build();
    }

    private Question title() {
        return Question.named("title")
                .freeText()
                .onlyIf(scene -> does(scene, CREATE))
                .mentioning(scene -> new Object[] {scene.answers().find("name").orElse("")})
                .orElse(scene -> scene.answers().find("name"))
                .reading(draftsman::readTitle)
                .build();
    }

    /** Asked again for each variable until none is left. */
    private Question variable() {
        return Question.named("variable")
                .deciding()
                .onlyIf(scene -> does(scene, CREATE) && draftsman.next(scene).isPresent())
                .mentioning(draftsman::position)
                .form(draftsman::fields)
                .choices(scene ->
                        List.of(scene.choice("fine", "variable.fine"), scene.choice("allfine", "variable.allfine")))
                .reading(draftsman::readVariable)
                .build();
    }

    private Question audience() {
        return Question.named("audience")
                .onlyIf(scene -> does(scene, CREATE))
                .choices(scene -> List.of(
                        scene.choice("private", "audience.private"), scene.choice("everybody", "audience.everybody")))
                .orElse(scene -> Optional.of("private"))
                .reading((scene, input) -> switch (Said.of(input)) {
                    case "private" -> Answer.accepted("audience", "private");
                    case "everybody" -> Answer.accepted("audience", "everybody");
                    default -> Answer.notMeant();
                })
                .build();
    }

    private Question purpose() {
        return Question.named("purpose")
                .freeText()
                .onlyIf(scene -> does(scene, CREATE) && everybody(scene))
                .reading((scene, input) ->
                        input instanceof Input.Text text && !text.text().isBlank()
                                ? Answer.accepted("purpose", text.text().strip())
                                : Answer.notMeant())
                .build();
    }

    private Question chosen() {
        return Question.named("written")
                .onlyIf(scene -> does(scene, DELETE))
                .choices(scene -> shelf.own(scene.person()).stream()
                        .map(one -> Block.Choice.of("written:" + one.name(), one.name()))
                        .toList())
                .reading((scene, input) -> {
                    String said = Said.of(input, "written:");
                    return shelf.own(scene.person()).stream()
                                    .anyMatch(one -> one.name().equals(said))
                            ? Answer.accepted("written", said)
                            : Answer.notMeant();
                })
                .build();
    }

    private List<Block> summary(Scene scene) {
        if (does(scene, DELETE)) {
            return List.of(scene.text("confirm.delete", scene.answers().get("written")));
        }
        Written written = draftsman.written(scene);
        List<String> lines = new ArrayList<>();
        lines.add(scene.say("confirm.summary", written.name(), written.title()));
        written.variables()
                .forEach(variable -> lines.add("- `" + variable.name() + "`: "
                        + variable.label().in(scene.words().locale()) + " ("
                        + scene.say("type." + variable.type().name().toLowerCase(Locale.ROOT)) + ")"));
        lines.add(scene.say("confirm." + (everybody(scene) ? "everybody" : "private")));
        return List.of(new Block.Text(String.join("\n", lines)));
    }

    private void end(Scene scene) {
        if (does(scene, SHOW)) {
            show(scene);
        } else if (does(scene, DELETE)) {
            String name = scene.answers().get("written");
            String person = scene.person();
            scene.command(() -> shelf.remove(person, name));
            scene.reply(scene.text("done.delete", name));
        } else if (!everybody(scene)) {
            proposal.keep(scene);
            String name = scene.answers().get("name");
            scene.reply(
                    scene.text("done.keep", name),
                    new Block.Choices(List.of(
                            new Block.Choice("template:" + name, scene.say("done.deploy"), Block.Style.PRIMARY))));
        }
    }

    private void show(Scene scene) {
        List<Written> own = shelf.own(scene.person());
        String lines = String.join(
                "\n",
                own.stream()
                        .map(one -> scene.say(one.shared() ? "line.shared" : "line", one.name(), one.title()))
                        .toList());
        scene.reply(
                own.isEmpty() ? scene.text("none") : scene.text("list", lines),
                new Block.Choices(own.stream()
                        .map(one -> Block.Choice.of("template:" + one.name(), one.name()))
                        .toList()));
    }

    private static boolean does(Scene scene, String action) {
        return scene.answers().find("action").filter(action::equals).isPresent();
    }

    private static boolean everybody(Scene scene) {
        return scene.answers().find("audience").filter("everybody"::equals).isPresent();
    }
}
