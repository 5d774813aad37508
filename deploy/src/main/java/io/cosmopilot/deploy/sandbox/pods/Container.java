package io.cosmopilot.deploy.sandbox.pods;

import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Suffix;
import io.cosmopilot.deploy.sandbox.control.Events;
import io.cosmopilot.deploy.sandbox.control.Pace;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** One container on its way: its status moves a step when its time has come. */
record Container(JsonNode pod, JsonNode spec, ObjectNode status, Pace pace, Events events, String now) {

    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(10);
    private static final int DOUBLED_AT_MOST = 5;

    static ObjectNode waiting(JsonNode spec, String reason) {
        ObjectNode status = Meta.object()
                .put("name", Meta.text(spec, "/name"))
                .put("image", Meta.text(spec, "/image"))
                .put("imageID", "")
                .put("ready", false)
                .put("started", false)
                .put("restartCount", 0);
        status.putObject("lastState");
        status.putObject("state").putObject("waiting").put("reason", reason);
        return status;
    }

    void advance(Fate fate) {
        switch (fate) {
            case Fate.Runs runs -> run();
            case Fate.NeverReady probe -> neverReady(probe);
            case Fate.Waits waits -> await(waits.reason(), waits.message());
            case Fate.LacksImage lacks -> pull(lacks);
            case Fate.Exits exits -> exit(exits);
        }
    }

    private boolean isRunning() {
        return status.path("state").has("running");
    }

    private boolean isOver() {
        return status.path("state").has("terminated");
    }

    private boolean endsWell() {
        return !Meta.text(pod, "/spec/restartPolicy").equals("Always");
    }

    private boolean isDue(String stage) {
        return pace.isDue(stage + " " + Meta.uid(pod) + " " + Meta.text(spec, "/name"));
    }

    private void run() {
        if (isOver() || status.path("ready").asBoolean(false)) {
            return;
        }
        if (!isRunning()) {
            startWhenDue();
        } else if (isDue("ready")) {
            if (endsWell()) {
                end(Fate.Exits.with(0));
            } else {
                status.put("ready", true).put("started", true);
            }
        }
    }

    private void neverReady(Fate.NeverReady probe) {
        if (!isRunning()) {
            startWhenDue();
        } else if (!status.path("started").asBoolean(false) && isDue("probe")) {
            status.put("started", true);
            events.warning(pod, "Unhealthy", probe.message());
        }
    }

    private void startWhenDue() {
        if (isDue("pull")) {
            String image = Meta.text(spec, "/image");
            events.normal(pod, "Pulled", "Container image \"%s\" is simulated".formatted(image));
            events.normal(pod, "Started", "Started container " + Meta.text(spec, "/name"));
            status.put("imageID", "sandbox://" + image)
                    .put("containerID", "sandbox://" + Suffix.of((Meta.uid(pod) + image).hashCode()));
            state("running").put("startedAt", now);
        }
    }

    private void await(String reason, String message) {
        if (!waitsFor(reason)) {
            events.warning(pod, "Failed", "Error: " + message);
        }
        state("waiting").put("reason", reason).put("message", message);
    }

    private boolean waitsFor(String reason) {
        return Meta.text(status, "/state/waiting/reason").equals(reason);
    }

    private void pull(Fate.LacksImage lacks) {
        if (waitsFor(Fate.LacksImage.FIRST)) {
            if (isDue("back-off")) {
                events.normal(pod, "BackOff", "Back-off pulling image \"%s\"".formatted(lacks.image()));
                state("waiting").put("reason", Fate.LacksImage.LATER).put("message", lacks.backOff());
            }
        } else if (!waitsFor(Fate.LacksImage.LATER) && isDue("pull")) {
            events.warning(pod, "Failed", "Failed to pull image \"%s\": %s".formatted(lacks.image(), lacks.error()));
            state("waiting").put("reason", Fate.LacksImage.FIRST).put("message", lacks.error());
        }
    }

    private void exit(Fate.Exits exits) {
        if (isOver()) {
            return;
        }
        if (isRunning()) {
            if (isDue("exit")) {
                end(exits);
            }
        } else if (!waitsFor("CrashLoopBackOff")) {
            startWhenDue();
        } else if (pace.isDue("restart " + Meta.uid(pod) + Meta.text(spec, "/name"), backOff())) {
            state("running").put("startedAt", now);
        }
    }

    private void end(Fate.Exits exits) {
        ObjectNode terminated = Meta.object()
                .put("exitCode", exits.code())
                .put("reason", exits.reason())
                .put("startedAt", Meta.text(status, "/state/running/startedAt"))
                .put("finishedAt", now);
        status.put("ready", false).put("started", false);
        boolean again = !Meta.text(pod, "/spec/restartPolicy").equals("Never") && !(exits.code() == 0 && endsWell());
        if (again) {
            status.withObjectProperty("lastState").set("terminated", terminated);
            status.put("restartCount", status.path("restartCount").asInt(0) + 1);
            crash();
        } else {
            state("terminated").setAll(terminated);
        }
    }

    private void crash() {
        String name = Meta.text(spec, "/name");
        String whose = "container=%s pod=%s_%s(%s)".formatted(name, Meta.name(pod), Meta.namespace(pod), Meta.uid(pod));
        state("waiting")
                .put("reason", "CrashLoopBackOff")
                .put(
                        "message",
                        "back-off %ds restarting failed %s".formatted(backOff().toSeconds(), whose));
        events.warning(
                pod,
                "BackOff",
                "Back-off restarting failed container %s in pod %s_%s(%s)"
                        .formatted(name, Meta.name(pod), Meta.namespace(pod), Meta.uid(pod)));
    }

    private Duration backOff() {
        int restarts = status.path("restartCount").asInt(1) - 1;
        return FIRST_BACK_OFF.multipliedBy(1L << Math.clamp(restarts, 0, DOUBLED_AT_MOST));
    }

    private ObjectNode state(String name) {
        return status.putObject("state").putObject(name);
    }
}
