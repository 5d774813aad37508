package io.cosmopilot.conversations.deploying;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.engine.Work.Next;
import io.cosmopilot.deploy.Application;
import io.cosmopilot.deploy.Component;
import io.cosmopilot.deploy.Health;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.ReleaseReport;
import io.cosmopilot.deploy.Releases;

/** Has a release planned and applied, and tells how it goes in one message. */
@org.springframework.stereotype.Component
class Rollout {

    static final String FAILED = "failed";
    private static final String RELEASE = "release";
    private static final String PIN = "progress";
    private static final String OFFERS = "offers";

    private final Releases releases;
    private final Orders orders;

    Rollout(Releases releases, Orders orders) {
        this.releases = releases;
        this.orders = orders;
    }

    void plan(Scene scene) {
        String release = UUID.randomUUID().toString();
        scene.answers().put(RELEASE, release);
        scene.unpin(PIN);
        scene.pin(PIN, scene.text("plan.running", orders.application(scene)));
        var order = orders.order(scene);
        var requester = scene.requester();
        scene.command(() -> releases.plan(release, order, requester));
    }

    Next planned(Scene scene, ReleaseReport.Planned report) {
        scene.pin(PIN, scene.text("plan.done", report.application()));
        scene.answers().put("plan.text", PlanText.of(scene, report.plan()));
        return Next.DONE;
    }

    Next refused(Scene scene, ReleaseReport.Refused report) {
        scene.pin(PIN, scene.text("plan.refused", report.application()));
        return repair(scene, report.problems());
    }

    void apply(Scene scene) {
        String release = scene.answers().get(RELEASE);
        scene.unpin(PIN);
        scene.pin(PIN, progress(scene, Block.State.RUNNING, List.of()));
        var requester = scene.requester();
        scene.command(() -> releases.apply(release, requester));
    }

    void cancel(Scene scene) {
        String release = scene.answers().get(RELEASE);
        var requester = scene.requester();
        scene.reply(scene.text("cancelled", orders.application(scene)));
        scene.command(() -> releases.cancel(release, requester));
    }

    Next progressed(Scene scene, ReleaseReport.Progressed report) {
        scene.pin(PIN, progress(scene, Block.State.RUNNING, report.components()));
        return Next.WAIT;
    }

    Next healthy(Scene scene, ReleaseReport.Healthy report) {
        Application application = report.status();
        scene.pin(PIN, progress(scene, Block.State.DONE, application.components()));
        List<Block> blocks = new ArrayList<>();
        blocks.add(scene.text("healthy", application.name(), addresses(application)));
        blocks.add(new Block.Choices(List.of(
                new Block.Choice(
                        "domain:" + application.name(),
                        scene.say("healthy.domain", application.name()),
                        Block.Style.PRIMARY),
                Block.Choice.of("status:" + application.name(), scene.say("healthy.status", application.name())))));
        scene.reply(blocks);
        return Next.DONE;
    }

    Next failed(Scene scene, ReleaseReport.Failed report) {
        scene.pin(PIN, progress(scene, Block.State.FAILED, report.components()));
        return repair(scene, report.problems());
    }

    /** The buttons that help against what went wrong. */
    List<Block.Choice> offers(Scene scene) {
        return scene.answers().find(OFFERS).map(text -> List.of(text.split(",", -1))).orElse(List.of()).stream()
                .map(id -> scene.choice(id, "repair." + id))
                .toList();
    }

    /** What is pressed after a failure: the plan is made anew, with other values if wanted. */
    Answer repaired(Scene scene, Input input) {
        String choice = input instanceof Input.Pick pick ? pick.choice() : "";
        if (!choice.equals("retry") && !choice.equals("edit")) {
            return Answer.notMeant();
        }
        scene.answers().forget(FAILED);
        if (choice.equals("edit")) {
            scene.answers().forget("variables");
            scene.answers().put("editing", "yes");
        }
        return new Answer.Accepted(Map.of());
    }

    private Next repair(Scene scene, List<Problem> problems) {
        scene.answers().put(FAILED, text(scene, problems));
        scene.answers().put(OFFERS, String.join(",", offered(problems)));
        scene.answers().forget("plan");
        scene.answers().forget("confirm");
        problems.stream()
                .filter(problem -> !problem.log().isEmpty())
                .findFirst()
                .ifPresent(problem -> scene.reply(
                        scene.text("log", problem.component() == null ? "" : problem.component()),
                        new Block.Code("text", String.join("\n", problem.log()))));
        return Next.AGAIN;
    }

    private static Set<String> offered(List<Problem> problems) {
        Set<String> offers = new LinkedHashSet<>();
        problems.stream().flatMap(problem -> problem.offers().stream()).forEach(offer -> {
            switch (offer) {
                case EDIT, LOWER_REQUESTS, RAISE_MEMORY -> offers.add("edit");
                case RETRY -> offers.add("retry");
                default -> {
                    // Every failure can be shown to a person, below.
                }
            }
        });
        offers.add("edit");
        offers.add("retry");
        offers.add("human");
        offers.add("cancel");
        return offers;
    }

    private static String text(Scene scene, List<Problem> problems) {
        return String.join(
                "\n",
                problems.stream()
                        .map(problem -> "- " + (problem.component() == null ? "" : "**" + problem.component() + "**: ")
                                + scene.words().say(problem))
                        .toList());
    }

    private Block progress(Scene scene, Block.State state, List<Component> components) {
        List<Block.Step> steps = new ArrayList<>();
        steps.add(new Block.Step(scene.say("progress.apply"), components.isEmpty() ? state : Block.State.DONE, null));
        for (Component component : components) {
            steps.add(new Block.Step(
                    component.name(),
                    state(component.health()),
                    component.ready() + "/" + component.wanted() + "　" + component.image()));
        }
        return new Block.Progress(
                scene.say("progress." + state.name().toLowerCase(Locale.ROOT), orders.application(scene)),
                state,
                steps);
    }

    private static Block.State state(Health health) {
        return switch (health) {
            case HEALTHY, STOPPED -> Block.State.DONE;
            case PROGRESSING -> Block.State.RUNNING;
            case FAILED -> Block.State.FAILED;
        };
    }

    private static String addresses(Application application) {
        return String.join(
                "\n",
                application.addresses().stream()
                        .map(address -> "- `" + address + "`")
                        .toList());
    }
}
