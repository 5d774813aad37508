package io.cosmopilot.deploy.sandbox.workloads;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.cluster.Deletion;
import io.cosmopilot.deploy.sandbox.cluster.Write;
import io.cosmopilot.deploy.sandbox.control.Controller;
import io.cosmopilot.deploy.sandbox.control.Events;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;

/** Keeps numbered pods with volumes of their own, one after the other. */
public record StatefulSets(Cluster cluster, Events events) implements Controller {

    private static final Comparator<JsonNode> BY_NUMBER = Comparator.comparingInt(StatefulSets::number);

    public StatefulSets(Cluster cluster) {
        this(cluster, new Events(cluster, "statefulset-controller"));
    }

    @Override
    public void reconcile() {
        cluster.list(Kinds.STATEFUL_SET).stream()
                .filter(set -> !Meta.isBeingDeleted(set))
                .forEach(this::reconcile);
    }

    private void reconcile(ObjectNode set) {
        String revision =
                Meta.name(set) + "-" + Template.of(set, Template.REVISION).hash();
        Pods pods = Pods.of(cluster, set);
        try {
            step(set, pods, revision);
        } catch (Refusal refusal) {
            events.warning(set, "FailedCreate", "create Pod failed error: " + refusal.sentence());
        }
        observe(set, Pods.of(cluster, set), revision);
    }

    /** One pod is made, removed or renewed at a time, and the next only when all are ready. */
    private void step(ObjectNode set, Pods pods, String revision) {
        int wanted = set.at("/spec/replicas").asInt(1);
        Optional<ObjectNode> surplus =
                pods.all().stream().filter(pod -> number(pod) >= wanted).max(BY_NUMBER);
        if (surplus.isPresent()) {
            delete(surplus.get());
            return;
        }
        boolean parallel = Meta.text(set, "/spec/podManagementPolicy").equals("Parallel");
        List<Integer> present = pods.all().stream().map(StatefulSets::number).toList();
        for (int number = 0; number < wanted; number++) {
            if (!present.contains(number)) {
                create(set, number, revision);
                if (!parallel) {
                    return;
                }
            } else if (!parallel && !isReady(pods, number)) {
                renewBroken(pods, number, revision);
                return;
            }
        }
        pods.all().stream().filter(pod -> !isOf(pod, revision)).max(BY_NUMBER).ifPresent(this::delete);
    }

    /** A pod of an old revision that does not get ready would block its own replacement. */
    private void renewBroken(Pods pods, int number, String revision) {
        pods.all().stream()
                .filter(pod -> number(pod) == number && !isOf(pod, revision))
                .findFirst()
                .ifPresent(this::delete);
    }

    private static boolean isReady(Pods pods, int number) {
        return pods.all().stream().anyMatch(pod -> number(pod) == number && Pods.isReady(pod));
    }

    private static boolean isOf(JsonNode pod, String revision) {
        return Meta.labels(pod).path(Template.REVISION).asString("").equals(revision);
    }

    private static int number(JsonNode pod) {
        String name = Meta.name(pod);
        return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }

    private void delete(ObjectNode pod) {
        cluster.delete(Key.of(Kinds.POD, pod), Deletion.CASCADING);
    }

    private void create(ObjectNode set, int number, String revision) {
        String name = Meta.name(set) + "-" + number;
        ObjectNode pod = Template.of(set, Template.REVISION).pod(set);
        pod.withObject("/metadata").put("name", name).remove("generateName");
        pod.withObject("/metadata/labels")
                .put(Template.REVISION, revision)
                .put("statefulset.kubernetes.io/pod-name", name)
                .put("apps.kubernetes.io/pod-index", Integer.toString(number));
        pod.withObject("/spec").put("hostname", name).set("subdomain", set.at("/spec/serviceName"));
        set.at("/spec/volumeClaimTemplates").forEach(template -> claim(set, template, name, pod));
        cluster.create(Kinds.POD, Meta.namespace(set), pod, Write.BY_CONTROLLER);
        events.normal(
                set, "SuccessfulCreate", "create Pod %s in StatefulSet %s successful".formatted(name, Meta.name(set)));
    }

    /** The claim outlives its pod: the next pod of the same number finds it again. */
    private void claim(ObjectNode set, JsonNode template, String podName, ObjectNode pod) {
        String volume = Meta.name(template);
        Key key = new Key(Kinds.CLAIM, Meta.namespace(set), volume + "-" + podName);
        if (cluster.find(key).isEmpty()) {
            ObjectNode claim = Meta.object();
            ObjectNode metadata = claim.putObject("metadata").put("name", key.name());
            metadata.set("labels", set.at("/spec/selector/matchLabels").deepCopy());
            claim.set("spec", template.path("spec").deepCopy());
            cluster.create(Kinds.CLAIM, key.namespace(), claim, Write.BY_CONTROLLER);
        }
        pod.withArray("/spec/volumes").removeIf(one -> Meta.text(one, "/name").equals(volume));
        pod.withArray("/spec/volumes")
                .addObject()
                .put("name", volume)
                .putObject("persistentVolumeClaim")
                .put("claimName", key.name());
    }

    private void observe(ObjectNode set, Pods pods, String revision) {
        int updated =
                (int) pods.all().stream().filter(pod -> isOf(pod, revision)).count();
        boolean settled =
                updated == pods.count() && updated == set.at("/spec/replicas").asInt(1);
        int available = pods.available(set.at("/spec/minReadySeconds").asInt(0), cluster.now());
        cluster.observe(Key.of(Kinds.STATEFUL_SET, set), live -> {
            ObjectNode status = live.withObject("/status")
                    .put("observedGeneration", (int) Meta.generation(set))
                    .put("replicas", pods.count())
                    .put("readyReplicas", pods.ready())
                    .put("availableReplicas", available)
                    .put("updatedReplicas", updated)
                    .put("updateRevision", revision);
            if (settled || !status.has("currentRevision")) {
                status.put("currentRevision", revision);
            }
            status.put("currentReplicas", settled ? updated : pods.count() - updated);
        });
    }
}
