package io.cosmopilot.deploy.sandbox.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Store;

/** Fills in what Kubernetes fills in when it is left out. */
record Defaults(Store store) implements Admission {

    static final String DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";

    @Override
    public void admit(Attempt attempt) {
        ObjectNode object = attempt.object();
        switch (attempt.kind().name()) {
            case "Deployment" -> deployment(object.withObject("/spec"));
            case "ReplicaSet" -> replicas(object.withObject("/spec"));
            case "StatefulSet" -> statefulSet(object.withObject("/spec"));
            case "DaemonSet" -> daemonSet(object.withObject("/spec"));
            case "Job" -> job(object);
            case "Pod" -> pod(object);
            case "Service" -> service(object.withObject("/spec"));
            case "PersistentVolumeClaim" -> claim(attempt);
            case "Secret" -> secret(object);
            case "Namespace" -> namespace(attempt);
            default -> {}
        }
    }

    static void text(ObjectNode object, String field, String value) {
        if (object.path(field).isMissingNode() || object.path(field).isNull()) {
            object.put(field, value);
        }
    }

    static void number(ObjectNode object, String field, int value) {
        if (!object.path(field).isNumber()) {
            object.put(field, value);
        }
    }

    private static void replicas(ObjectNode spec) {
        number(spec, "replicas", 1);
        PodDefaults.template(spec);
    }

    private static void deployment(ObjectNode spec) {
        replicas(spec);
        number(spec, "revisionHistoryLimit", 10);
        number(spec, "progressDeadlineSeconds", 600);
        ObjectNode strategy = spec.withObjectProperty("strategy");
        text(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asString("").equals("RollingUpdate")) {
            ObjectNode rolling = strategy.withObjectProperty("rollingUpdate");
            text(rolling, "maxSurge", "25%");
            text(rolling, "maxUnavailable", "25%");
        }
    }

    private static void statefulSet(ObjectNode spec) {
        replicas(spec);
        number(spec, "revisionHistoryLimit", 10);
        text(spec, "podManagementPolicy", "OrderedReady");
        text(spec.withObjectProperty("updateStrategy"), "type", "RollingUpdate");
    }

    private static void daemonSet(ObjectNode spec) {
        PodDefaults.template(spec);
        number(spec, "revisionHistoryLimit", 10);
        text(spec.withObjectProperty("updateStrategy"), "type", "RollingUpdate");
    }

    private static void job(ObjectNode job) {
        ObjectNode spec = job.withObject("/spec");
        number(spec, "parallelism", 1);
        number(spec, "completions", 1);
        number(spec, "backoffLimit", 6);
        // a Job finds its pods by its own uid
        spec.withObject("/selector/matchLabels").put("batch.kubernetes.io/controller-uid", Meta.uid(job));
        spec.withObject("/template/metadata/labels")
                .put("batch.kubernetes.io/controller-uid", Meta.uid(job))
                .put("batch.kubernetes.io/job-name", Meta.name(job));
        PodDefaults.template(spec);
    }

    private static void pod(ObjectNode pod) {
        PodDefaults.spec(pod.withObject("/spec"));
        PodDefaults.requestsFromLimits(pod.withObject("/spec"));
        text(pod.withObject("/spec"), "serviceAccountName", "default");
        text(pod.withObject("/status"), "phase", "Pending");
    }

    private static void service(ObjectNode spec) {
        text(spec, "type", "ClusterIP");
        text(spec, "sessionAffinity", "None");
        for (JsonNode port : spec.path("ports")) {
            if (port instanceof ObjectNode fields) {
                text(fields, "protocol", "TCP");
                if (fields.path("targetPort").isMissingNode()) {
                    fields.set("targetPort", fields.path("port"));
                }
            }
        }
    }

    private void claim(Attempt attempt) {
        ObjectNode spec = attempt.object().withObject("/spec");
        text(spec, "volumeMode", "Filesystem");
        if (attempt.creates()) {
            text(attempt.object().withObject("/status"), "phase", "Pending");
            store.list(Kinds.STORAGE_CLASS).stream()
                    .filter(Defaults::isDefault)
                    .findFirst()
                    .ifPresent(standard -> text(spec, "storageClassName", Meta.name(standard)));
        }
    }

    private static boolean isDefault(JsonNode storageClass) {
        return storageClass
                .path("metadata")
                .path("annotations")
                .path(DEFAULT_CLASS)
                .asString("")
                .equals("true");
    }

    private static void secret(ObjectNode secret) {
        text(secret, "type", "Opaque");
        JsonNode plain = secret.path("stringData");
        plain.properties()
                .forEach(entry -> secret.withObjectProperty("data")
                        .put(
                                entry.getKey(),
                                Base64.getEncoder()
                                        .encodeToString(
                                                entry.getValue().asString("").getBytes(StandardCharsets.UTF_8))));
        secret.remove("stringData");
    }

    private static void namespace(Attempt attempt) {
        ObjectNode namespace = attempt.object();
        namespace.withObject("/metadata/labels").put("kubernetes.io/metadata.name", Meta.name(namespace));
        if (attempt.creates()) {
            namespace.withObject("/spec").set("finalizers", Meta.JSON.valueToTree(List.of("kubernetes")));
            namespace.withObject("/status").put("phase", "Active");
        }
    }
}
