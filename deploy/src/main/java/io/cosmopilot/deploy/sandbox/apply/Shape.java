package io.cosmopilot.deploy.sandbox.apply;

import java.util.List;
import java.util.Set;

/**
 * How Kubernetes' schema merges a field: which lists are maps by key, which are sets, and what is replaced as a whole.
 * Taken from the {@code x-kubernetes-list-*} and {@code x-kubernetes-map-type} marks of its OpenAPI description.
 */
sealed interface Shape {

    /** An object, merged field by field. */
    record Granular() implements Shape {}

    /** Replaced as a whole. */
    record Atomic() implements Shape {}

    /** A list without order or repetition of plain values. */
    record Members() implements Shape {}

    /** A list whose items are recognised by some of their fields. */
    record Keyed(List<String> keys) implements Shape {
        public Keyed {
            keys = List.copyOf(keys);
        }
    }

    Set<String> ATOMIC_OBJECTS = Set.of(
            "selector",
            "nodeSelector",
            "labelSelector",
            "namespaceSelector",
            "podSelector",
            "configMapKeyRef",
            "secretKeyRef",
            "fieldRef",
            "resourceFieldRef",
            "configMapRef",
            "secretRef",
            "roleRef",
            "involvedObject");

    static Shape ofObject(FieldPath path) {
        return ATOMIC_OBJECTS.contains(path.lastField()) ? new Atomic() : new Granular();
    }

    static Shape ofList(FieldPath path) {
        return switch (path.lastField()) {
            case "containers", "initContainers", "ephemeralContainers", "env", "volumes" -> keyed("name");
            case "imagePullSecrets", "secrets", "schedulingGates", "resourceClaims" -> keyed("name");
            case "volumeMounts" -> keyed("mountPath");
            case "volumeDevices" -> keyed("devicePath");
            case "conditions" -> keyed("type");
            case "hostAliases", "podIPs" -> keyed("ip");
            case "ownerReferences" -> keyed("uid");
            case "topologySpreadConstraints" -> keyed("topologyKey", "whenUnsatisfiable");
            case "finalizers" -> new Members();
            case "ports" -> ofPorts(path);
            default -> new Atomic();
        };
    }

    private static Shape ofPorts(FieldPath path) {
        if (path.isInsideItem()) {
            return keyed("containerPort", "protocol");
        }
        return path.toString().equals(".spec.ports") ? keyed("port", "protocol") : new Atomic();
    }

    private static Shape keyed(String... keys) {
        return new Keyed(List.of(keys));
    }
}
