package io.cosmopilot.deploy.sandbox.schema;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.fabric8.kubernetes.api.model.Quantity;
import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.store.Meta;

/** The rules of pods and of pod templates; {@code claimed} are the volumes that a StatefulSet adds. */
record PodRules(JsonNode spec, Set<String> claimed, String path, Complaints complaints) {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final int LAST_PORT = 65_535;

    PodRules(JsonNode spec, String path, Complaints complaints) {
        this(spec, Set.of(), path, complaints);
    }

    void check() {
        if (spec.path("containers").isEmpty()) {
            complaints.required(path + ".containers");
        }
        containers("initContainers");
        containers("containers");
        unique("volumes", path + ".volumes");
    }

    private void containers(String list) {
        JsonNode containers = spec.path(list);
        for (int index = 0; index < containers.size(); index++) {
            container(containers.path(index), "%s.%s[%d]".formatted(path, list, index));
        }
        unique(list, path + "." + list);
    }

    private void unique(String list, String field) {
        Set<JsonNode> names = new HashSet<>();
        for (int index = 0; index < spec.path(list).size(); index++) {
            JsonNode name = spec.path(list).path(index).path("name");
            if (!names.add(name)) {
                complaints.duplicate("%s[%d].name".formatted(field, index), name);
            }
        }
    }

    private void container(JsonNode container, String field) {
        JsonNode name = container.path("name");
        if (name.asString("").isEmpty()) {
            complaints.required(field + ".name");
        } else if (!LABEL.matcher(name.asString("")).matches()) {
            complaints.invalid(
                    field + ".name",
                    name,
                    "a lowercase RFC 1123 label must consist of lower case "
                            + "alphanumeric characters or '-', and must start and end with an alphanumeric character");
        }
        if (Meta.text(container, "/image").isEmpty()) {
            complaints.required(field + ".image");
        }
        for (int index = 0; index < container.path("ports").size(); index++) {
            port(
                    container.path("ports").path(index).path("containerPort"),
                    "%s.ports[%d].containerPort".formatted(field, index),
                    complaints);
        }
        mounts(container, field);
        resources(container.path("resources"), field + ".resources");
    }

    static void port(JsonNode port, String field, Complaints complaints) {
        if (port.isMissingNode()) {
            complaints.required(field);
        } else if (port.asInt(0) < 1 || port.asInt(0) > LAST_PORT) {
            complaints.invalid(field, port, "must be between 1 and 65535, inclusive");
        }
    }

    private void mounts(JsonNode container, String field) {
        Set<String> volumes = Meta.items(spec.path("volumes"))
                .map(volume -> Meta.text(volume, "/name"))
                .collect(Collectors.toSet());
        List<JsonNode> mounts = Meta.items(container.path("volumeMounts")).toList();
        Set<String> targets = new HashSet<>();
        for (int index = 0; index < mounts.size(); index++) {
            JsonNode mount = mounts.get(index);
            String where = "%s.volumeMounts[%d]".formatted(field, index);
            if (!volumes.contains(Meta.text(mount, "/name")) && !claimed.contains(Meta.text(mount, "/name"))) {
                complaints.notFound(where + ".name", mount.path("name"));
            }
            if (!targets.add(Meta.text(mount, "/mountPath"))) {
                complaints.invalid(where + ".mountPath", mount.path("mountPath"), "must be unique");
            }
        }
    }

    private void resources(JsonNode resources, String field) {
        resources.path("requests").properties().forEach(request -> {
            JsonNode limit = resources.path("limits").path(request.getKey());
            if (!limit.isMissingNode() && amount(request.getValue()).compareTo(amount(limit)) > 0) {
                complaints.invalid(
                        field + ".requests",
                        request.getValue(),
                        "must be less than or equal to %s limit of %s".formatted(request.getKey(), limit.asString("")));
            }
        });
    }

    private static BigDecimal amount(JsonNode quantity) {
        return new Quantity(quantity.asString("")).getNumericalAmount();
    }
}
