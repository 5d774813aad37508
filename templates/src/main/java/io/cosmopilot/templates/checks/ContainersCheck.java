package io.cosmopilot.templates.checks;

import java.util.List;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.values.ImageReference;
import io.cosmopilot.templates.values.Names;
import io.cosmopilot.templates.values.Quantity;
import io.cosmopilot.templates.yaml.Excerpt;
import io.cosmopilot.templates.yaml.Mapping;

/** Containers: names, images, ports, environment, requests below limits. */
final class ContainersCheck implements Check {

    private static final int HIGHEST_PORT = 65_535;

    @Override
    public void check(Resource resource, Surroundings surroundings, Findings findings) {
        var containers = resource.containers();
        Repeated.each(
                containers,
                "name",
                container -> findings.complain(
                        container.placeOf("name"), "templates.container.repeated", container.text("name")));
        containers.forEach(container -> container(container, findings));
        resource.pod().ifPresent(pod -> pod(resource, pod, findings));
    }

    private static void pod(Resource resource, Mapping pod, Findings findings) {
        if (pod.has("containers") && pod.mappings("containers").isEmpty()) {
            findings.complain(pod.placeOf("containers"), "templates.container.none", resource.name());
        }
    }

    private static void container(Mapping container, Findings findings) {
        var name = container.text("name");
        if (!name.isEmpty() && !Names.isLabel(name)) {
            findings.complain(container.placeOf("name"), "templates.container.name", Excerpt.of(name));
        }
        image(container, findings);
        ports(container, findings);
        environment(container, findings);
        resources(container.mapping("resources"), name, findings);
    }

    private static void image(Mapping container, Findings findings) {
        var text = container.text("image");
        var image = ImageReference.parse(text);
        if (!text.isEmpty() && image.isEmpty()) {
            findings.complain(container.placeOf("image"), "templates.image", Excerpt.of(text));
        }
        image.filter(ImageReference::moves)
                .ifPresent(moving -> findings.note(container.placeOf("image"), "templates.note.image-moves", text));
    }

    private static void ports(Mapping container, Findings findings) {
        var ports = container.mappings("ports");
        for (var port : ports) {
            number(port, findings);
            var name = port.text("name");
            if (!name.isEmpty() && !Names.isPortName(name)) {
                findings.complain(port.placeOf("name"), "templates.port.name", Excerpt.of(name));
            }
        }
        Repeated.each(
                ports,
                "name",
                port -> findings.complain(port.placeOf("name"), "templates.port.repeated", port.text("name")));
    }

    private static void number(Mapping port, Findings findings) {
        port.scalar("containerPort")
                .filter(scalar -> scalar.value() instanceof Integer number && (number < 1 || number > HIGHEST_PORT))
                .ifPresent(scalar -> findings.complain(scalar.place(), "templates.port.number", scalar.text()));
    }

    private static void environment(Mapping container, Findings findings) {
        for (var variable : container.mappings("env")) {
            var name = variable.text("name");
            if (!name.isEmpty() && !Names.isVariableName(name)) {
                findings.complain(variable.placeOf("name"), "templates.env.name", Excerpt.of(name));
            }
            if (!variable.text("value").isEmpty() && variable.has("valueFrom")) {
                findings.complain(variable.placeOf("valueFrom"), "templates.env.both", Excerpt.of(name));
            }
        }
    }

    private static void resources(Mapping resources, String container, Findings findings) {
        for (var resource : List.of("cpu", "memory", "ephemeral-storage")) {
            var requested = Quantity.parse(resources.mapping("requests").text(resource));
            var limit = Quantity.parse(resources.mapping("limits").text(resource));
            if (requested.isPresent() && limit.isPresent() && requested.get().compareTo(limit.get()) > 0) {
                findings.complain(
                        resources.mapping("requests").placeOf(resource), "templates.resources", container, resource);
            }
        }
    }
}
