package io.cosmopilot.deploy.releases;

import java.util.List;

import io.cosmopilot.deploy.applications.ApplicationRow;
import io.cosmopilot.deploy.cluster.Ownership;
import io.cosmopilot.deploy.cluster.Tree;
import io.cosmopilot.templates.Manifest;

/**
 * Marks objects as an application's own, down to its pods, and states what the API server of 1.20 must be told in
 * server-side apply: the protocol of every port, and quantities as text ({@code cpu: 1} is no text).
 */
record Stamp(ApplicationRow application, String namespace) {

    Manifest on(Manifest manifest) {
        var object = Tree.copyOf(manifest.content());
        object.make("metadata").put("namespace", namespace);
        mark(object);
        if (manifest.kind().equals("Service")) {
            protocols(object.at("spec"));
            follow(object.at("spec", "selector"));
        }
        if (object.at("spec", "template").has("spec")) {
            pods(object);
        }
        quantities(object.at("spec"));
        object.at("spec").each("volumeClaimTemplates").forEach(claim -> quantities(claim.at("spec")));
        return new Manifest(object.root());
    }

    private void mark(Tree object) {
        var labels = object.make("metadata", "labels");
        labels.putIfMissing(Ownership.NAME, application.template());
        labels.put(Ownership.INSTANCE, application.name());
        labels.put(Ownership.MANAGED_BY, Ownership.COSMOPILOT);
        object.make("metadata", "annotations").put(Ownership.APPLICATION, application.id());
    }

    private void pods(Tree workload) {
        var template = workload.at("spec", "template");
        mark(template);
        follow(workload.at("spec", "selector", "matchLabels"));
        workload.at("spec").each("volumeClaimTemplates").forEach(this::mark);
        for (var containers : List.of("containers", "initContainers")) {
            template.at("spec").each(containers).forEach(Stamp::protocols);
            template.at("spec").each(containers).forEach(Stamp::quantities);
        }
    }

    private static void quantities(Tree holder) {
        for (var amounts : List.of("requests", "limits")) {
            holder.at("resources", amounts)
                    .root()
                    .replaceAll((resource, amount) -> amount instanceof Number ? amount.toString() : amount);
        }
    }

    /** A selector that asked for the labels that were just replaced asks for the new ones. */
    private void follow(Tree selector) {
        if (selector.has(Ownership.INSTANCE)) {
            selector.put(Ownership.INSTANCE, application.name());
        }
        if (selector.has(Ownership.MANAGED_BY)) {
            selector.put(Ownership.MANAGED_BY, Ownership.COSMOPILOT);
        }
    }

    private static void protocols(Tree holder) {
        holder.each("ports").forEach(port -> port.putIfMissing("protocol", "TCP"));
    }
}
