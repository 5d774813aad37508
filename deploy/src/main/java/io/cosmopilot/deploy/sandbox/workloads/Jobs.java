package io.cosmopilot.deploy.sandbox.workloads;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.cluster.Write;
import io.cosmopilot.deploy.sandbox.control.Conditions;
import io.cosmopilot.deploy.sandbox.control.Controller;
import io.cosmopilot.deploy.sandbox.control.Events;
import io.cosmopilot.deploy.sandbox.control.Ownership;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;

/** Starts the pods of a Job until enough of them have ended well, or too many have not. */
public record Jobs(Cluster cluster, Events events) implements Controller {

    public Jobs(Cluster cluster) {
        this(cluster, new Events(cluster, "job-controller"));
    }

    @Override
    public void reconcile() {
        cluster.list(Kinds.JOB).stream()
                .filter(job -> !Conditions.isTrue(job, "Complete") && !Conditions.isTrue(job, "Failed"))
                .forEach(this::reconcile);
    }

    private void reconcile(ObjectNode job) {
        List<ObjectNode> pods = Ownership.owned(cluster, Kinds.POD, job);
        int succeeded = inPhase(pods, "Succeeded");
        int failed = inPhase(pods, "Failed");
        int active = pods.size() - succeeded - failed;
        boolean lost = failed > job.at("/spec/backoffLimit").asInt(6);
        int open = job.at("/spec/completions").asInt(1) - succeeded - active;
        int room = job.at("/spec/parallelism").asInt(1) - active;
        if (!lost && open > 0 && room > 0) {
            start(job);
        }
        observe(job, succeeded, failed, lost);
    }

    private static int inPhase(List<ObjectNode> pods, String phase) {
        return (int) pods.stream()
                .filter(pod -> Meta.text(pod, "/status/phase").equals(phase))
                .count();
    }

    private void start(ObjectNode job) {
        try {
            ObjectNode pod = Template.of(job, Template.REVISION).pod(job);
            ObjectNode made = cluster.create(Kinds.POD, Meta.namespace(job), pod, Write.BY_CONTROLLER);
            events.normal(job, "SuccessfulCreate", "Created pod: " + Meta.name(made));
        } catch (Refusal refusal) {
            String sentence = refusal.sentence();
            events.warning(job, "FailedCreate", sentence.substring(sentence.indexOf(" is forbidden") + 1));
        }
    }

    private void observe(ObjectNode job, int succeeded, int failed, boolean lost) {
        int active = Pods.of(cluster, job).count();
        cluster.observe(Key.of(Kinds.JOB, job), live -> {
            ObjectNode status = live.withObject("/status")
                    .put("active", active)
                    .put("ready", Pods.of(cluster, job).ready())
                    .put("succeeded", succeeded)
                    .put("failed", failed);
            if (!status.has("startTime")) {
                status.put("startTime", cluster.timestamp());
            }
            Conditions conditions = new Conditions(status, cluster.timestamp());
            if (lost) {
                conditions.set("Failed", true, "BackoffLimitExceeded", "Job has reached the specified backoff limit");
            } else if (succeeded >= job.at("/spec/completions").asInt(1)) {
                conditions.set("Complete", true, "CompletionsReached", "Reached expected number of succeeded pods");
                status.put("completionTime", cluster.timestamp());
            }
        });
    }
}
