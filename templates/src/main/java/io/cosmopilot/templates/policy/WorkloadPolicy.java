package io.cosmopilot.templates.policy;

import java.util.List;
import java.util.Set;

import io.cosmopilot.templates.HostPathPolicy;
import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.resources.Stage;
import io.cosmopilot.templates.yaml.Mapping;
import io.cosmopilot.templates.yaml.Sequence;

/** Keeps pods away from the machines they run on: the baseline of the Pod Security Standards, and a little more. */
public final class WorkloadPolicy implements Stage {

    private static final List<String> HOST_NAMESPACES = List.of("hostNetwork", "hostPID", "hostIPC");
    private static final Set<String> VOLUMES = Set.of(
            "name",
            "configMap",
            "secret",
            "emptyDir",
            "persistentVolumeClaim",
            "projected",
            "downwardAPI",
            "ephemeral");
    private static final Set<String> SYSTEM_PRIORITIES = Set.of("system-node-critical", "system-cluster-critical");

    private final HostPathPolicy hostPaths;

    /** @param hostPaths what of the machines may be mounted all the same */
    public WorkloadPolicy(HostPathPolicy hostPaths) {
        this.hostPaths = hostPaths;
    }

    @Override
    public List<Resource> pass(List<Resource> resources, Findings findings) {
        resources.forEach(resource -> {
            resource.pod().ifPresent(pod -> pod(pod, findings));
            resource.containers().forEach(container -> container(container, findings));
        });
        return resources;
    }

    private void pod(Mapping pod, Findings findings) {
        HOST_NAMESPACES.stream()
                .filter(field -> pod.text(field).equals("true"))
                .forEach(field -> findings.complain(pod.placeOf(field), "templates.policy.host-namespace", field));
        pod.mappings("volumes").forEach(volume -> volume(volume, findings));
        securityContext(pod.mapping("securityContext"), findings);
        refuse(pod, "ephemeralContainers", findings);
        if (SYSTEM_PRIORITIES.contains(pod.text("priorityClassName"))) {
            findings.complain(
                    pod.placeOf("priorityClassName"), "templates.policy.priority", pod.text("priorityClassName"));
        }
    }

    private void volume(Mapping volume, Findings findings) {
        for (var source : volume.fields().entrySet()) {
            var place = source.getValue().place();
            if (source.getKey().equals("hostPath")) {
                var path = volume.mapping("hostPath").text("path");
                if (!hostPaths.allows(path)) {
                    findings.complain(place, "templates.policy.host-path", volume.text("name"), path);
                }
            } else if (!VOLUMES.contains(source.getKey())) {
                findings.complain(place, "templates.policy.volume", volume.text("name"), source.getKey());
            }
        }
    }

    private static void container(Mapping container, Findings findings) {
        var name = container.text("name");
        var context = container.mapping("securityContext");
        if (context.text("privileged").equals("true")) {
            findings.complain(context.placeOf("privileged"), "templates.policy.privileged", name);
        }
        if (context.mapping("capabilities").get("add") instanceof Sequence added
                && !added.items().isEmpty()) {
            findings.complain(added.place(), "templates.policy.capabilities", name);
        }
        securityContext(context, findings);
        for (var port : container.mappings("ports")) {
            if (!port.text("hostPort").isEmpty() && !port.text("hostPort").equals("0")) {
                findings.complain(port.placeOf("hostPort"), "templates.policy.host-port", port.text("hostPort"));
            }
        }
    }

    private static void securityContext(Mapping context, Findings findings) {
        refuse(context, "sysctls", findings);
        refuse(context, "seLinuxOptions", findings);
        refuse(context, "windowsOptions", findings);
        if (!Set.of("", "Default").contains(context.text("procMount"))) {
            findings.complain(context.placeOf("procMount"), "templates.policy.field", "procMount");
        }
        for (var profile : List.of("seccompProfile", "appArmorProfile")) {
            if (context.mapping(profile).text("type").equals("Unconfined")) {
                findings.complain(context.placeOf(profile), "templates.policy.field", profile + ": Unconfined");
            }
        }
    }

    private static void refuse(Mapping mapping, String field, Findings findings) {
        if (mapping.has(field)) {
            findings.complain(mapping.placeOf(field), "templates.policy.field", field);
        }
    }
}
