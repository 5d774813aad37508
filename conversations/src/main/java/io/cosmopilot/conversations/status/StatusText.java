package io.cosmopilot.conversations.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.deploy.Application;
import io.cosmopilot.deploy.Health;
import io.cosmopilot.deploy.Problem;

/** How applications are doing, in blocks. */
@Component
class StatusText {

    List<Block> all(Scene scene, List<Application> applications) {
        if (applications.isEmpty()) {
            return List.of(
                    scene.text("none"),
                    new Block.Choices(
                            List.of(new Block.Choice("deploy", scene.say("none.deploy"), Block.Style.PRIMARY))));
        }
        return List.of(
                scene.text("all", applications.size()),
                new Block.Status(applications.stream().map(StatusText::row).toList()),
                new Block.Choices(applications.stream()
                        .map(application -> Block.Choice.of("status:" + application.name(), application.name()))
                        .toList()));
    }

    List<Block> one(Scene scene, Application application) {
        List<Block> blocks = new ArrayList<>();
        String health = application.health().name().toLowerCase(Locale.ROOT);
        blocks.add(scene.text("one." + health, application.name(), application.space()));
        blocks.add(new Block.Status(application.components().stream()
                .map(component -> new Block.Row(
                        component.name(),
                        component.health().name().toLowerCase(Locale.ROOT),
                        component.ready() + "/" + component.wanted() + "　" + component.image()))
                .toList()));
        if (!application.addresses().isEmpty()) {
            blocks.add(scene.text("addresses", addresses(application)));
        }
        if (application.restarts() > 0) {
            blocks.add(scene.text("restarts", application.restarts()));
        }
        application.problems().forEach(problem -> blocks.addAll(problem(scene, problem)));
        blocks.add(new Block.Choices(choices(scene, application)));
        return blocks;
    }

    private static List<Block> problem(Scene scene, Problem problem) {
        Block text = new Block.Text("⚠️ " + scene.words().say(problem));
        return problem.log().isEmpty()
                ? List.of(text)
                : List.of(text, new Block.Code("text", String.join("\n", problem.log())));
    }

    private static List<Block.Choice> choices(Scene scene, Application application) {
        List<Block.Choice> choices = new ArrayList<>();
        choices.add(scene.choice("status:" + application.name(), "refresh"));
        if (application.health() != Health.STOPPED) {
            choices.add(scene.choice("domain:" + application.name(), "domain"));
        }
        deeds(application)
                .forEach(deed -> choices.add(scene.choice(deed + ":" + application.name(), "manage." + deed)));
        if (application.health() == Health.FAILED) {
            choices.add(scene.choice("human", "human"));
        }
        return choices;
    }

    /** What can be done now, most useful first. */
    private static List<String> deeds(Application application) {
        return switch (application.health()) {
            case STOPPED -> List.of("start", "edit", "delete");
            case HEALTHY -> List.of("scale", "restart", "upgrade", "rollback", "edit", "stop", "delete");
            case FAILED -> List.of("rollback", "restart", "upgrade", "edit", "stop", "delete");
            case PROGRESSING -> List.of("rollback", "stop", "delete");
        };
    }

    private static Block.Row row(Application application) {
        int ready = application.components().stream().mapToInt(c -> c.ready()).sum();
        int wanted = application.components().stream().mapToInt(c -> c.wanted()).sum();
        return new Block.Row(
                application.name(), application.health().name().toLowerCase(Locale.ROOT), ready + "/" + wanted);
    }

    private static String addresses(Application application) {
        return String.join(
                "\n",
                application.addresses().stream()
                        .map(address -> address.startsWith("http") ? "- " + address : "- `" + address + "`")
                        .toList());
    }
}
