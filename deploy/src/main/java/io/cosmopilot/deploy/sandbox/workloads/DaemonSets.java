package io.cosmopilot.deploy.sandbox.workloads;

import java.util.List;

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

/** Keeps one pod on each node that its template selects. */
public record DaemonSets(Cluster cluster, Events events) implements Controller {

    public DaemonSets(Cluster cluster) {
        this(cluster, new Events(cluster, "daemonset-controller"));
    }

    @Override
    public void reconcile() {
        cluster.list(Kinds.DAEMON_SET).stream()
                .filter(set -> !Meta.isBeingDeleted(set))
                .forEach(this::reconcile);
    }

    private void reconcile(ObjectNode set) {
        String revision = Template.of(set, Template.REVISION).hash();
        JsonNode selector = set.at("/spec/template/spec/nodeSelector");
        List<String> nodes = cluster.list(Kinds.NODE).stream()
                .filter(node -> selector.properties().stream()
                        .allMatch(
                                label -> Meta.labels(node).path(label.getKey()).equals(label.getValue())))
                .map(Meta::name)
                .toList();
        nodes.forEach(node -> keep(set, node, revision));
        Pods.of(cluster, set).all().stream()
                .filter(pod -> !nodes.contains(Meta.text(pod, "/spec/nodeName")))
                .forEach(this::delete);
        observe(set, nodes.size(), revision);
    }

    private void keep(ObjectNode set, String node, String revision) {
        List<ObjectNode> here = Pods.of(cluster, set).all().stream()
                .filter(pod -> Meta.text(pod, "/spec/nodeName").equals(node))
                .toList();
        here.stream().filter(pod -> !isOf(pod, revision)).forEach(this::delete);
        if (here.stream().noneMatch(pod -> isOf(pod, revision))) {
            try {
                ObjectNode pod = Template.of(set, Template.REVISION).pod(set);
                pod.withObject("/metadata/labels").put(Template.REVISION, revision);
                pod.withObject("/spec").put("nodeName", node);
                cluster.create(Kinds.POD, Meta.namespace(set), pod, Write.BY_CONTROLLER);
            } catch (Refusal refusal) {
                events.warning(set, "FailedCreate", "Error creating a pod on " + node + ": " + cause(refusal));
            }
        }
    }

    /** Without the name of the pod, which is another one at each try. */
    private static String cause(Refusal refusal) {
        String sentence = refusal.sentence();
        return sentence.substring(sentence.indexOf(" is forbidden") + 1);
    }

    private static boolean isOf(JsonNode pod, String revision) {
        return Meta.labels(pod).path(Template.REVISION).asString("").equals(revision);
    }

    private void delete(ObjectNode pod) {
        cluster.delete(Key.of(Kinds.POD, pod), Deletion.CASCADING);
    }

    private void observe(ObjectNode set, int wanted, String revision) {
        Pods pods = Pods.of(cluster, set);
        int updated =
                (int) pods.all().stream().filter(pod -> isOf(pod, revision)).count();
        cluster.observe(
                Key.of(Kinds.DAEMON_SET, set),
                live -> live.withObject("/status")
                        .put("observedGeneration", (int) Meta.generation(set))
                        .put("desiredNumberScheduled", wanted)
                        .put("currentNumberScheduled", pods.count())
                        .put("updatedNumberScheduled", updated)
                        .put("numberReady", pods.ready())
                        .put("numberAvailable", pods.ready())
                        .put("numberUnavailable", wanted - pods.ready())
                        .put("numberMisscheduled", 0));
    }
}
