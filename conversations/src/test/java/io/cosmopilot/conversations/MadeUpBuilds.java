package io.cosmopilot.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.cosmopilot.deploy.BuildOrder;
import io.cosmopilot.deploy.Builds;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Requester;

/** Builds that are remembered; a test reports what becomes of them. */
public final class MadeUpBuilds implements Builds {

    private final List<String> done = new ArrayList<>();
    private Ability ability = Ability.ARTEFACTS;
    private String build = "";
    private Requester requester = new Requester("", "");

    /** What was asked for, in order. */
    public List<String> done() {
        return List.copyOf(done);
    }

    public void can(Ability what) {
        ability = what;
    }

    public String build() {
        return build;
    }

    public Requester requester() {
        return requester;
    }

    @Override
    public Ability ability() {
        return ability;
    }

    @Override
    public List<Base> bases() {
        return List.of(
                new Base("java-21", "java", "21", "temurin:21", 8080),
                new Base("node-22", "node", "22", "node:22", 3000));
    }

    @Override
    public Optional<Detected> detect(String name, byte[] content) {
        return name.endsWith(".zip") ? Optional.of(new Detected("node", "node server.js")) : Optional.empty();
    }

    @Override
    public Optional<Problem> objection(BuildOrder.Source source) {
        return source instanceof BuildOrder.Source.Git git && !git.url().contains("github.com")
                ? Optional.of(Problem.of("deploy.build.host-not-allowed", git.url(), "github.com"))
                : Optional.empty();
    }

    @Override
    public void start(String id, BuildOrder order, Requester whom) {
        build = id;
        requester = whom;
        done.add("build " + order.space() + "/" + order.image() + ":" + order.tag() + " on " + order.base());
    }

    @Override
    public boolean cancel(String id, Requester whom) {
        done.add("cancel");
        return true;
    }
}
