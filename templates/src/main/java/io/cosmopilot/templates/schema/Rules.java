package io.cosmopilot.templates.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the API server asks for beyond types: fields that must be there, words that may stand in one. */
final class Rules {

    private static final Map<String, List<String>> REQUIRED = new HashMap<>();
    private static final Map<String, Set<String>> WORDS = new HashMap<>();

    static {
        require("Deployment DaemonSet ReplicaSet StatefulSet Job CronJob Pod Service", "metadata", "spec");
        require("PersistentVolumeClaim HorizontalPodAutoscaler PodDisruptionBudget Ingress", "metadata", "spec");
        require("ConfigMap Secret ServiceAccount NetworkPolicy", "metadata");
        require("DeploymentSpec DaemonSetSpec ReplicaSetSpec", "selector", "template");
        require("StatefulSetSpec", "selector", "template", "serviceName");
        require("JobSpec", "template");
        require("CronJobSpec", "schedule", "jobTemplate");
        require("PodTemplateSpec JobTemplateSpec", "spec");
        require("PodSpec", "containers");
        require("Container", "name", "image");
        require("ContainerPort", "containerPort");
        require("EnvVar Volume", "name");
        require("VolumeMount", "name", "mountPath");
        require("KeyToPath", "key", "path");
        require("SecretKeySelector ConfigMapKeySelector", "name", "key");
        require("ObjectFieldSelector", "fieldPath");
        require("HTTPGetAction TCPSocketAction", "port");
        require("ServicePort", "port");
        require("PersistentVolumeClaimSpec", "accessModes", "resources");
        require("PersistentVolumeClaimVolumeSource", "claimName");
        require("HTTPIngressRuleValue", "paths");
        require("HTTPIngressPath", "pathType", "backend");
        require("IngressServiceBackend", "name", "port");
        require("HorizontalPodAutoscalerSpec", "scaleTargetRef", "maxReplicas");
        require("CrossVersionObjectReference", "kind", "name");
        require("LabelSelectorRequirement NodeSelectorRequirement", "key", "operator");
        require("HostPathVolumeSource NFSVolumeSource", "path");
        require("NodeSelector", "nodeSelectorTerms");
        require("PodAffinityTerm", "topologyKey");
        require("TopologySpreadConstraint", "maxSkew", "topologyKey", "whenUnsatisfiable");

        allow("ServiceSpec.type", "ClusterIP NodePort LoadBalancer ExternalName");
        allow("ServiceSpec.sessionAffinity", "None ClientIP");
        allow("ServiceSpec.externalTrafficPolicy ServiceSpec.internalTrafficPolicy", "Cluster Local");
        allow("ServicePort.protocol ContainerPort.protocol NetworkPolicyPort.protocol", "TCP UDP SCTP");
        allow("Container.imagePullPolicy", "Always IfNotPresent Never");
        allow("Container.terminationMessagePolicy", "File FallbackToLogsOnError");
        allow("PodSpec.restartPolicy", "Always OnFailure Never");
        allow("PodSpec.dnsPolicy", "ClusterFirst ClusterFirstWithHostNet Default None");
        allow("DeploymentStrategy.type", "RollingUpdate Recreate");
        allow("StatefulSetUpdateStrategy.type DaemonSetUpdateStrategy.type", "RollingUpdate OnDelete");
        allow("StatefulSetSpec.podManagementPolicy", "OrderedReady Parallel");
        allow("HTTPIngressPath.pathType", "Exact Prefix ImplementationSpecific");
        allow("HTTPGetAction.scheme", "HTTP HTTPS");
        allow("CronJobSpec.concurrencyPolicy", "Allow Forbid Replace");
        allow("PersistentVolumeClaimSpec.accessModes", "ReadWriteOnce ReadOnlyMany ReadWriteMany ReadWriteOncePod");
        allow("PersistentVolumeClaimSpec.volumeMode", "Filesystem Block");
        allow("LabelSelectorRequirement.operator", "In NotIn Exists DoesNotExist");
        allow("NodeSelectorRequirement.operator", "In NotIn Exists DoesNotExist Gt Lt");
        allow("Toleration.operator", "Exists Equal");
        allow("Toleration.effect", "NoSchedule PreferNoSchedule NoExecute");
        allow("TopologySpreadConstraint.whenUnsatisfiable", "DoNotSchedule ScheduleAnyway");
        allow("NetworkPolicySpec.policyTypes", "Ingress Egress");
    }

    private Rules() {}

    /** The fields that a structure must have. */
    static List<String> required(String structure) {
        return REQUIRED.getOrDefault(structure, List.of());
    }

    /** The words that may stand in a field; none when it is free. */
    static Set<String> words(String structure, String field) {
        return WORDS.getOrDefault(structure + "." + field, Set.of());
    }

    private static void require(String structures, String... fields) {
        each(structures).forEach(structure -> REQUIRED.put(structure, List.of(fields)));
    }

    private static void allow(String fields, String words) {
        var allowed = each(words).collect(Collectors.toUnmodifiableSet());
        each(fields).forEach(field -> WORDS.put(field, allowed));
    }

    private static Stream<String> each(String words) {
        return Pattern.compile(" ").splitAsStream(words);
    }
}
