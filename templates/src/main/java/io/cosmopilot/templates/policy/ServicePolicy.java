package io.cosmopilot.templates.policy;

import java.util.List;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.resources.Stage;
import io.cosmopilot.templates.yaml.Mapping;

/** Keeps Services from taking other people's traffic (CVE-2020-8554), and tells what a fixed port means. */
public final class ServicePolicy implements Stage {

    @Override
    public List<Resource> pass(List<Resource> resources, Findings findings) {
        resources.stream()
                .filter(resource -> resource.is("Service"))
                .forEach(service -> check(service.spec(), findings));
        return resources;
    }

    private static void check(Mapping spec, Findings findings) {
        if (spec.has("externalIPs")) {
            findings.complain(spec.placeOf("externalIPs"), "templates.policy.field", "externalIPs");
        }
        for (var port : spec.mappings("ports")) {
            var fixed = port.text("nodePort");
            if (!fixed.isEmpty() && !fixed.equals("0")) {
                findings.note(port.placeOf("nodePort"), "templates.note.node-port", fixed);
            }
        }
    }
}
