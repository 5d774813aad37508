package io.cosmopilot.deploy.sandbox.workloads;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.cluster.Deletion;
import io.cosmopilot.deploy.sandbox.cluster.Suffix;
import io.cosmopilot.deploy.sandbox.cluster.Write;
import io.cosmopilot.deploy.sandbox.control.Controller;
import io.cosmopilot.deploy.sandbox.control.Events;
import io.cosmopilot.deploy.sandbox.control.Ownership;
import io.cosmopilot.deploy.sandbox.control.Pace;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** Rolls Deployments out: a ReplicaSet for each pod template, the new one up as the old ones go down. */
public record Deployments(Cluster cluster, Events events, DeploymentStatus status) implements Controller {

    static final String REVISION = "deployment.kubernetes.io/revision";

    public Deployments(Cluster cluster, Pace pace) {
        this(cluster, new Events(cluster, "deployment-controller"), new DeploymentStatus(cluster, pace));
    }

    @Override
    public void reconcile() {
        cluster.list(Kinds.DEPLOYMENT).stream()
                .filter(deployment -> !Meta.isBeingDeleted(deployment))
                .forEach(this::reconcile);
    }

    private void reconcile(ObjectNode deployment) {
        if (deployment.at("/spec/paused").asBoolean(false)) {
            sets(deployment).stream()
                    .filter(set -> isCurrent(set, deployment))
                    .findFirst()
                    .ifPresent(set -> status.observe(deployment, rollout(deployment, set)));
            return;
        }
        ObjectNode fresh = fresh(deployment);
        Rollout rollout = rollout(deployment, fresh);
        scale(deployment, fresh, rollout.freshSize());
        shrink(deployment, rollout(deployment, cluster.get(Key.of(Kinds.REPLICA_SET, fresh))));
        status.observe(deployment, rollout(deployment, cluster.get(Key.of(Kinds.REPLICA_SET, fresh))));
        tidy(deployment, rollout.old());
    }

    private Rollout rollout(ObjectNode deployment, ObjectNode fresh) {
        return new Rollout(
                deployment,
                fresh,
                sets(deployment).stream()
                        .filter(set -> !Meta.uid(set).equals(Meta.uid(fresh)))
                        .toList());
    }

    /** Oldest revision first. */
    private List<ObjectNode> sets(JsonNode deployment) {
        return Ownership.owned(cluster, Kinds.REPLICA_SET, deployment).stream()
                .sorted(Comparator.comparingInt(Deployments::revision))
                .toList();
    }

    private static int revision(JsonNode object) {
        return object.path("metadata").path("annotations").path(REVISION).asInt(0);
    }

    private static boolean isCurrent(JsonNode set, JsonNode deployment) {
        return Template.of(set, Template.HASH).isSameAs(Template.of(deployment, Template.HASH));
    }

    /** The ReplicaSet of the present template: an earlier one taken up again, or a new one. */
    private ObjectNode fresh(ObjectNode deployment) {
        List<ObjectNode> sets = sets(deployment);
        Optional<ObjectNode> current =
                sets.stream().filter(set -> isCurrent(set, deployment)).findFirst();
        int newest = sets.stream().mapToInt(Deployments::revision).max().orElse(0);
        ObjectNode fresh = current.orElseGet(() -> create(deployment, newest + 1));
        if (revision(fresh) < newest) {
            fresh = revise(Key.of(Kinds.REPLICA_SET, fresh), newest + 1);
        }
        revise(Key.of(Kinds.DEPLOYMENT, deployment), revision(fresh));
        return fresh;
    }

    private ObjectNode revise(Key key, int revision) {
        return cluster.update(key, Cluster.changed(object -> annotate(object, revision)), Write.BY_CONTROLLER);
    }

    private static void annotate(ObjectNode object, int revision) {
        object.withObject("/metadata/annotations").put(REVISION, Integer.toString(revision));
    }

    private ObjectNode create(ObjectNode deployment, int revision) {
        Template template = Template.of(deployment, Template.HASH);
        String hash = unused(deployment, template);
        ObjectNode set = Meta.object();
        set.putObject("metadata").put("name", Meta.name(deployment) + "-" + hash);
        annotate(set, revision);
        ObjectNode hashed = template.hashed(hash);
        set.withObject("/metadata").set("labels", hashed.at("/metadata/labels"));
        Ownership.control(set, deployment);
        ObjectNode spec = set.putObject("spec").put("replicas", 0);
        deployment.path("spec").optional("minReadySeconds").ifPresent(seconds -> spec.set("minReadySeconds", seconds));
        spec.set("selector", deployment.at("/spec/selector").deepCopy());
        spec.withObject("/selector/matchLabels").put(Template.HASH, hash);
        spec.set("template", hashed);
        return cluster.create(Kinds.REPLICA_SET, Meta.namespace(deployment), set, Write.BY_CONTROLLER);
    }

    private String unused(ObjectNode deployment, Template template) {
        String hash = template.hash();
        while (cluster.find(new Key(Kinds.REPLICA_SET, Meta.namespace(deployment), Meta.name(deployment) + "-" + hash))
                .isPresent()) {
            hash = template.hash() + Suffix.random();
        }
        return hash;
    }

    private void scale(ObjectNode deployment, ObjectNode set, int size) {
        int before = Rollout.size(set);
        if (before != size) {
            cluster.update(
                    Key.of(Kinds.REPLICA_SET, set),
                    Cluster.changed(live -> live.withObject("/spec").put("replicas", size)),
                    Write.BY_CONTROLLER);
            events.normal(
                    deployment,
                    "ScalingReplicaSet",
                    "Scaled %s replica set %s from %d to %d"
                            .formatted(size > before ? "up" : "down", Meta.name(set), before, size));
        }
    }

    private void shrink(ObjectNode deployment, Rollout rollout) {
        int rest = rollout.mayGo();
        // replicas that do not serve cost nothing: they go first
        rest -= shrink(deployment, rollout.old(), rest, set -> Rollout.size(set) - Rollout.available(set));
        shrink(deployment, sizes(rollout.old()), rest, Rollout::size);
    }

    private List<ObjectNode> sizes(List<ObjectNode> sets) {
        return sets.stream()
                .map(set -> cluster.get(Key.of(Kinds.REPLICA_SET, set)))
                .toList();
    }

    private int shrink(ObjectNode deployment, List<ObjectNode> sets, int most, ToIntFunction<JsonNode> candidates) {
        int gone = 0;
        for (ObjectNode set : sets) {
            int here = Math.clamp(candidates.applyAsInt(set), 0, most - gone);
            scale(deployment, set, Rollout.size(set) - here);
            gone += here;
        }
        return gone;
    }

    private void tidy(ObjectNode deployment, List<ObjectNode> old) {
        List<ObjectNode> idle = old.stream()
                .filter(set -> Rollout.size(set) == 0 && Rollout.replicas(set) == 0)
                .toList();
        int surplus = idle.size() - deployment.at("/spec/revisionHistoryLimit").asInt(10);
        idle.stream()
                .limit(Math.max(0, surplus))
                .forEach(set -> cluster.delete(Key.of(Kinds.REPLICA_SET, set), Deletion.CASCADING));
    }
}
