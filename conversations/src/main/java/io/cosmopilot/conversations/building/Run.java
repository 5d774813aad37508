package io.cosmopilot.conversations.building;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Block.State;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.engine.Work.Next;
import io.cosmopilot.deploy.BuildOrder;
import io.cosmopilot.deploy.BuildReport;
import io.cosmopilot.deploy.BuildReport.Stage;
import io.cosmopilot.deploy.Builds;

/** Has the image made and shows how it goes, in one message. */
@Component
class Run {

    static final String FAILED = "failed";
    private static final String BUILD = "build";
    private static final String PIN = "progress";

    private final Builds builds;
    private final Sources sources;
    private final Naming naming;

    Run(Builds builds, Sources sources, Naming naming) {
        this.builds = builds;
        this.sources = sources;
        this.naming = naming;
    }

    void start(Scene scene) {
        var id = UUID.randomUUID().toString();
        var source = sources.source(scene)
                .orElseThrow(() -> new IllegalStateException("the file that was handed in is kept no more"));
        var order = new BuildOrder(
                naming.space(scene),
                scene.answers().get("image"),
                scene.answers().get("tag"),
                Sources.base(scene).orElse(null),
                source);
        var requester = scene.requester();
        scene.answers().put(BUILD, id);
        scene.unpin(PIN);
        scene.pin(PIN, progress(scene, Stage.FETCHING, State.RUNNING));
        scene.command(() -> builds.start(id, order, requester));
    }

    void cancel(Scene scene) {
        scene.answers().find(BUILD).ifPresent(id -> {
            var requester = scene.requester();
            scene.command(() -> builds.cancel(id, requester));
        });
        scene.reply(scene.text("cancelled"));
    }

    Next progressed(Scene scene, BuildReport.Progressed report) {
        scene.pin(PIN, blocks(progress(scene, report.stage(), State.RUNNING), report.log()));
        return Next.WAIT;
    }

    Next built(Scene scene, BuildReport.Built report) {
        scene.pin(PIN, blocks(progress(scene, Stage.BUILDING, State.DONE), report.log()));
        var name = scene.answers().get("image") + ":" + scene.answers().get("tag");
        var deploy = "deploy:image=" + report.reference() + (report.port() == 0 ? "" : ";port=" + report.port());
        scene.reply(
                scene.text("built", name, naming.space(scene), report.digest()),
                new Block.Choices(List.of(
                        new Block.Choice(deploy, scene.say("choice.deploy", name), Block.Style.PRIMARY),
                        scene.choice("image:action=show;space=" + naming.space(scene), "choice.show"))));
        return Next.DONE;
    }

    Next failed(Scene scene, BuildReport.Failed report) {
        scene.pin(PIN, blocks(progress(scene, Stage.BUILDING, State.FAILED), report.log()));
        scene.answers().put(FAILED, scene.words().say(report.problem()));
        scene.answers().forget("confirm");
        return Next.AGAIN;
    }

    Answer repaired(Scene scene, Input input) {
        switch (Said.by(input)) {
            case "retry" -> scene.answers().put("confirm", "yes");
            case "code" -> {
                scene.answers().forget("upload");
                scene.answers().forget("url");
                scene.answers().forget("branch");
            }
            case "base" -> scene.answers().forget("language");
            default -> {
                return Answer.notMeant();
            }
        }
        scene.answers().forget(FAILED);
        return new Answer.Accepted(Map.of());
    }

    private static Block[] blocks(Block progress, List<String> log) {
        return log.isEmpty()
                ? new Block[] {progress}
                : new Block[] {progress, new Block.Code("text", String.join("\n", log))};
    }

    private Block progress(Scene scene, Stage stage, State state) {
        var steps = new ArrayList<Block.Step>();
        for (var each : List.of(Stage.FETCHING, Stage.UNPACKING, Stage.BUILDING)) {
            steps.add(new Block.Step(
                    scene.say("progress." + each.name().toLowerCase(Locale.ROOT)), state(each, stage, state), null));
        }
        return new Block.Progress(scene.say("progress", naming.reference(scene)), state, steps);
    }

    private static State state(Stage step, Stage stage, State whole) {
        if (whole == State.DONE || step.compareTo(stage) < 0) {
            return State.DONE;
        }
        return step == stage ? whole : State.WAITING;
    }
}
