package io.cosmopilot.deploy.sandbox;

import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.cluster.Write;
import io.cosmopilot.deploy.sandbox.control.Conditions;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kind;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** What an empty cluster already has: namespaces, three nodes in two zones, a storage class, the usual roles. */
record Furniture(Cluster cluster) {

    static void placeIn(Cluster cluster) {
        Furniture furniture = new Furniture(cluster);
        furniture.place(Kinds.NAMESPACE, "default");
        furniture.place(Kinds.NAMESPACE, "kube-system");
        furniture.node("sandbox-1", "a");
        furniture.node("sandbox-2", "a");
        furniture.node("sandbox-3", "b");
        furniture.storageClass();
        furniture.role("cluster-admin", "*");
        furniture.role("admin", "create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
        furniture.role("edit", "create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
        furniture.role("view", "get", "list", "watch");
    }

    private void place(Kind kind, String name) {
        place(kind, name, Meta.object());
    }

    private void place(Kind kind, String name, ObjectNode object) {
        if (cluster.find(Key.of(kind, name)).isEmpty()) {
            object.withObject("/metadata").put("name", name);
            cluster.create(kind, "", object, new Write("kube-apiserver", Write.Part.MAIN, false));
        }
    }

    private void node(String name, String zone) {
        ObjectNode node = Meta.object();
        node.withObject("/metadata/labels")
                .put("kubernetes.io/hostname", name)
                .put("kubernetes.io/os", "linux")
                .put("kubernetes.io/arch", "amd64")
                .put("topology.kubernetes.io/zone", zone)
                .put("zone", zone);
        node.putObject("spec");
        place(Kinds.NODE, name, node);
        cluster.observe(Key.of(Kinds.NODE, name), this::settle);
    }

    private void settle(ObjectNode node) {
        ObjectNode status = node.withObject("/status");
        for (String field : new String[] {"capacity", "allocatable"}) {
            status.putObject(field).put("cpu", "8").put("memory", "16Gi").put("pods", "110");
        }
        status.putArray("addresses").addObject().put("type", "InternalIP").put("address", "127.0.0.1");
        status.putObject("nodeInfo")
                .put("kubeletVersion", "v1.33.0+sandbox")
                .put("osImage", "Cosmopilot sandbox")
                .put("architecture", "amd64")
                .put("operatingSystem", "linux");
        new Conditions(status, cluster.timestamp())
                .set("Ready", true, "KubeletReady", "kubelet is posting ready status");
    }

    private void role(String name, String... verbs) {
        ObjectNode role = Meta.object();
        ObjectNode rule = role.putArray("rules").addObject();
        rule.putArray("apiGroups").add("*");
        rule.putArray("resources").add("*");
        rule.set("verbs", Meta.JSON.valueToTree(verbs));
        place(Kinds.CLUSTER_ROLE, name, role);
    }

    private void storageClass() {
        ObjectNode standard = Meta.object()
                .put("provisioner", "sandbox.cosmopilot.io/memory")
                .put("reclaimPolicy", "Delete")
                .put("volumeBindingMode", "Immediate")
                .put("allowVolumeExpansion", true);
        standard.withObject("/metadata/annotations").put("storageclass.kubernetes.io/is-default-class", "true");
        place(Kinds.STORAGE_CLASS, "standard", standard);
    }
}
