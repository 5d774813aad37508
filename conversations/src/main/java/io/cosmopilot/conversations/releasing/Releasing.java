package io.cosmopilot.conversations.releasing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.engine.Work;
import io.cosmopilot.conversations.engine.Work.Next;
import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.Application;
import io.cosmopilot.deploy.Health;
import io.cosmopilot.deploy.Order;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.ReleaseReport;
import io.cosmopilot.deploy.Releases;
import io.cosmopilot.deploy.Source;
import io.cosmopilot.deploy.Spaces;

/**
 * Steps for flows that release something: {@code repair}, {@code plan} and {@code apply}. The flow has the answer
 * {@code application}, confirms between planning and applying, and has the texts {@code plan.help}, {@code apply.help},
 * {@code repair.ask} and {@code repair.help}.
 */
@Component
public class Releasing {

    private static final String FAILED = "failed";
    private static final String RELEASE = "release.id";
    private static final String PLAN = "plan.text";
    private static final String PIN = "progress";
    private static final String OFFERS = "offers";
    private static final String SPACE = "release.space";
    private static final String REMEDY = "remedy:";
    private static final String LABEL = "remedy.label:";
    private static final String MENDED = "mended:";
    private static final int MOST = 4;
    private static final String REPAIR_SPACE = "repair-space";
    private static final String APPLIED = "applied";
    private static final String REMOVES = "release.removes";

    private final Releases releases;
    private final Spaces spaces;
    private final Remedies remedies;
    private final JsonMapper json;

    Releasing(Releases releases, Spaces spaces, Remedies remedies, JsonMapper json) {
        this.releases = releases;
        this.spaces = spaces;
        this.remedies = remedies;
        this.json = json;
    }

    /** Has the order planned; nothing is changed yet. */
    public Work plan(Function<Scene, Order> orders) {
        return Work.named("plan")
                .starting(scene -> plan(scene, mended(scene, orders.apply(scene))))
                .cancelling(this::cancel)
                .on(ReleaseReport.Progressed.class, Releasing::progressed)
                .on(ReleaseReport.Planned.class, Releasing::planned)
                .on(ReleaseReport.Refused.class, this::refused)
                .build();
    }

    /** The plan as text, for the confirmation. */
    public Block text(Scene scene) {
        return scene.text("confirm.plan", scene.answers().find(PLAN).orElse(""));
    }

    /**
     * Has what was planned applied, and tells in one message how it goes.
     *
     * @param done what is said at the end, about the application as it is then
     */
    public Work apply(BiFunction<Scene, Application, List<Block>> done) {
        return Work.named("apply")
                .starting(this::apply)
                .cancelling(this::cancel)
                .on(ReleaseReport.Progressed.class, Releasing::progressed)
                .on(ReleaseReport.Healthy.class, (scene, report) -> healthy(scene, report, done))
                .on(ReleaseReport.Removed.class, Releasing::removed)
                .on(ReleaseReport.Failed.class, this::failed)
                .on(ReleaseReport.Refused.class, this::refused)
                .build();
    }

    /**
     * Asks what to do after something was refused or failed.
     *
     * @param edit opens the answers that may be at fault
     */
    public Question repair(Consumer<Scene> edit) {
        return Question.named("repair")
                .deciding()
                .onlyIf(scene -> scene.answers().has(FAILED))
                .mentioning(scene -> new Object[] {scene.answers().get(FAILED)})
                .choices(Releasing::offers)
                .reading((scene, input) -> repaired(scene, input, edit))
                .build();
    }

    /** Whether there was a plan already: from then on, what was not asked for can be. */
    public static boolean planned(Scene scene) {
        return scene.answers().has(RELEASE);
    }

    /** What exists already, should the flow be cancelled now. */
    public static Optional<String> made(Scene scene) {
        return scene.answers().find(APPLIED).map(yes -> say(scene, "made", application(scene)));
    }

    /** How the flow's outcome is reversed: as whoever manages the application would. */
    public static Optional<Flow.Undo> undone(Scene scene) {
        return scene.answers()
                .find(APPLIED)
                .map(yes -> new Flow.Undo(
                        say(scene, "undone", application(scene)),
                        "manage",
                        Map.of("action", "undo", "application", application(scene))));
    }

    /** The button that begins the undoing of what was just done. */
    public static Block.Choice undo(Scene scene, String application) {
        return Block.Choice.of("undo:" + application, say(scene, "undo"));
    }

    public static Block.Choice status(Scene scene, String application) {
        return Block.Choice.of("status:" + application, say(scene, "status", application));
    }

    /** The order with everything that was pressed to mend it. */
    private Order mended(Scene scene, Order order) {
        var all = new ArrayList<>(order.adjustments());
        scene.answers().under(MENDED).values().forEach(made -> all.add(json.readValue(made, Adjustment.class)));
        return new Order(order.application(), order.space(), order.source(), all);
    }

    private void plan(Scene scene, Order order) {
        String release = UUID.randomUUID().toString();
        scene.answers().put(SPACE, order.space());
        scene.answers().put(RELEASE, release);
        if (order.source() instanceof Source.Nothing) {
            scene.answers().put(REMOVES, "yes");
        } else {
            scene.answers().forget(REMOVES);
        }
        scene.unpin(PIN);
        scene.pin(PIN, text(scene, "plan.running", order.application()));
        var requester = scene.requester();
        scene.command(() -> releases.plan(release, order, requester));
    }

    private static Next planned(Scene scene, ReleaseReport.Planned report) {
        scene.pin(PIN, text(scene, "plan.done", report.application()));
        scene.answers().put(PLAN, PlanText.of(scene, report.plan()));
        return Next.DONE;
    }

    private Next refused(Scene scene, ReleaseReport.Refused report) {
        scene.pin(PIN, text(scene, "plan.refused", report.application()));
        return repair(scene, report.problems());
    }

    private void apply(Scene scene) {
        String release = scene.answers().get(RELEASE);
        scene.answers().put(APPLIED, "yes");
        scene.unpin(PIN);
        scene.pin(PIN, progress(scene, Block.State.RUNNING, List.of()));
        var requester = scene.requester();
        scene.command(() -> releases.apply(release, requester));
    }

    private void cancel(Scene scene) {
        String release = scene.answers().get(RELEASE);
        var requester = scene.requester();
        scene.reply(text(scene, "cancelled", application(scene)));
        scene.command(() -> releases.cancel(release, requester));
    }

    private static Next progressed(Scene scene, ReleaseReport.Progressed report) {
        Block progress = progress(scene, Block.State.RUNNING, report.components());
        if (report.hints().isEmpty()) {
            scene.pin(PIN, progress);
        } else {
            scene.pin(PIN, progress, new Block.Text(text(scene, report.hints())));
        }
        return Next.WAIT;
    }

    private static Next healthy(
            Scene scene, ReleaseReport.Healthy report, BiFunction<Scene, Application, List<Block>> done) {
        scene.pin(PIN, progress(scene, Block.State.DONE, report.status().components()));
        scene.reply(done.apply(scene, report.status()));
        return Next.DONE;
    }

    private static Next removed(Scene scene, ReleaseReport.Removed report) {
        scene.pin(PIN, progress(scene, Block.State.DONE, List.of()));
        scene.reply(
                text(scene, "removed", report.application()),
                new Block.Choices(List.of(
                        Block.Choice.of("undo:" + report.application(), say(scene, "restore", report.application())))));
        return Next.DONE;
    }

    private Next failed(Scene scene, ReleaseReport.Failed report) {
        scene.pin(PIN, progress(scene, Block.State.FAILED, report.components()));
        return repair(scene, report.problems());
    }

    private static List<Block.Choice> offers(Scene scene) {
        return scene.answers().find(OFFERS).map(text -> List.of(text.split(",", -1))).orElse(List.of()).stream()
                .map(id -> Block.Choice.of(
                        id, scene.answers().find(LABEL + id).orElseGet(() -> say(scene, "repair." + id))))
                .toList();
    }

    /** The plan is made anew, with other answers if wanted. */
    private Answer repaired(Scene scene, Input input, Consumer<Scene> edit) {
        String choice = input instanceof Input.Pick pick ? pick.choice() : "";
        Optional<String> remedy = scene.answers().find(REMEDY + choice);
        if (remedy.isEmpty() && !List.of("retry", "edit", REPAIR_SPACE).contains(choice)) {
            return Answer.notMeant();
        }
        scene.answers().forget(FAILED);
        remedy.ifPresent(adjustment ->
                scene.answers().put(MENDED + scene.answers().under(MENDED).size(), adjustment));
        if (choice.equals(REPAIR_SPACE)) {
            String space = scene.answers().get(SPACE);
            scene.command(() -> spaces.repair(space));
        }
        if (choice.equals("edit")) {
            edit.accept(scene);
        }
        return new Answer.Accepted(Map.of());
    }

    private Next repair(Scene scene, List<Problem> problems) {
        scene.answers().put(FAILED, text(scene, problems));
        List<String> offers = new ArrayList<>(remedies(scene, problems));
        offers.addAll(Offers.against(problems));
        scene.answers().put(OFFERS, String.join(",", offers));
        scene.answers().forget("plan");
        scene.answers().forget("confirm");
        problems.stream()
                .filter(problem -> !problem.log().isEmpty())
                .findFirst()
                .ifPresent(problem -> scene.reply(
                        text(scene, "log", problem.component() == null ? "" : problem.component()),
                        new Block.Code("text", String.join("\n", problem.log()))));
        return Next.AGAIN;
    }

    /** Writes down what each button does, and names the buttons. */
    private List<String> remedies(Scene scene, List<Problem> problems) {
        scene.answers().forgetIf(name -> name.startsWith(REMEDY) || name.startsWith(LABEL));
        String space = scene.answers().find(SPACE).orElse("");
        Map<String, Remedy> found = new LinkedHashMap<>();
        problems.stream()
                .flatMap(problem -> remedies.against(problem, scene.person(), space).stream())
                .distinct()
                .limit(MOST)
                .forEach(remedy -> found.put(id(remedy, found.size()), remedy));
        found.forEach((id, remedy) -> {
            scene.answers()
                    .put(
                            LABEL + id,
                            say(
                                    scene,
                                    "fix." + remedy.label(),
                                    remedy.arguments().toArray()));
            if (remedy.adjustment() != null) {
                scene.answers().put(REMEDY + id, json.writeValueAsString(remedy.adjustment()));
            }
        });
        return List.copyOf(found.keySet());
    }

    private static String id(Remedy remedy, int number) {
        if (remedy.adjustment() != null) {
            return "fix-" + number;
        }
        return remedy.elsewhere() == null ? REPAIR_SPACE : remedy.elsewhere();
    }

    private static String text(Scene scene, List<Problem> problems) {
        return String.join(
                "\n",
                problems.stream()
                        .map(problem -> "- " + (problem.component() == null ? "" : "**" + problem.component() + "**: ")
                                + scene.words().say(problem))
                        .toList());
    }

    private static Block progress(Scene scene, Block.State state, List<io.cosmopilot.deploy.Component> components) {
        String words = scene.answers().has(REMOVES) ? "removal." : "progress.";
        List<Block.Step> steps = new ArrayList<>();
        steps.add(new Block.Step(say(scene, words + "apply"), components.isEmpty() ? state : Block.State.DONE, null));
        for (var component : components) {
            steps.add(new Block.Step(
                    component.name(),
                    state(component.health()),
                    component.ready() + "/" + component.wanted() + "　" + component.image()));
        }
        return new Block.Progress(
                say(scene, words + state.name().toLowerCase(Locale.ROOT), application(scene)), state, steps);
    }

    private static Block.State state(Health health) {
        return switch (health) {
            case HEALTHY, STOPPED -> Block.State.DONE;
            case PROGRESSING -> Block.State.RUNNING;
            case FAILED -> Block.State.FAILED;
        };
    }

    private static String application(Scene scene) {
        return scene.answers().get("application");
    }

    private static Block text(Scene scene, String key, Object... arguments) {
        return new Block.Text(say(scene, key, arguments));
    }

    static String say(Scene scene, String key, Object... arguments) {
        return scene.words().say("conversations.release." + key, arguments);
    }
}
