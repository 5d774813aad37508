package io.cosmopilot.conversations.domains;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.engine.Work.Next;
import io.cosmopilot.deploy.Application;
import io.cosmopilot.deploy.DomainReport;
import io.cosmopilot.deploy.Domains;

/** Has the domain made and tells whether the page answers. */
@Component
class Claim {

    static final String FAILED = "failed";
    private static final String PIN = "progress";
    private final Domains domains;
    private final Hosts hosts;

    Claim(Domains domains, Hosts hosts) {
        this.domains = domains;
        this.hosts = hosts;
    }

    void start(Scene scene) {
        String claim = UUID.randomUUID().toString();
        Application application =
                hosts.application(scene).orElseThrow(() -> new IllegalStateException("the application is gone"));
        scene.unpin(PIN);
        scene.pin(PIN, progress(scene, Block.State.RUNNING));
        int port = hosts.port(scene);
        List<String> names = hosts.hosts(scene);
        List<String> paths = hosts.paths(scene);
        var requester = scene.requester();
        scene.command(
                () -> domains.claim(claim, application.name(), application.space(), port, names, paths, requester));
    }

    Next serving(Scene scene, DomainReport.Serving report) {
        scene.pin(PIN, progress(scene, Block.State.DONE));
        String title = report.title();
        scene.reply(
                scene.text("serving", report.application(), report.url()),
                new Block.Link(report.url(), title == null || title.isBlank() ? report.url() : title));
        return Next.DONE;
    }

    Next failed(Scene scene, DomainReport.Failed report) {
        scene.pin(PIN, progress(scene, Block.State.FAILED));
        scene.answers()
                .put(
                        FAILED,
                        String.join(
                                "\n",
                                report.problems().stream()
                                        .map(problem -> "- " + scene.words().say(problem))
                                        .toList()));
        scene.answers().forget("confirm");
        return Next.AGAIN;
    }

    Answer repaired(Scene scene, Input input) {
        String choice = input instanceof Input.Pick pick ? pick.choice() : "";
        switch (choice) {
            case "retry" -> scene.answers().put("confirm", "yes");
            case "edit" -> {
                scene.answers().forget("host");
                scene.answers().forget("path");
            }
            default -> {
                return Answer.notMeant();
            }
        }
        scene.answers().forget(FAILED);
        return new Answer.Accepted(Map.of());
    }

    private Block progress(Scene scene, Block.State state) {
        return new Block.Progress(
                scene.say("progress", String.join(", ", hosts.hosts(scene))),
                state,
                List.of(
                        new Block.Step(scene.say("progress.ingress"), state, null),
                        new Block.Step(
                                scene.say("progress.page"),
                                state == Block.State.RUNNING ? Block.State.WAITING : state,
                                null)));
    }
}
