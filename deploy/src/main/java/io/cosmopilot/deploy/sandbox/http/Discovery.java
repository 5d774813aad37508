package io.cosmopilot.deploy.sandbox.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.store.Kind;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** What the API says about itself. */
final class Discovery {

    private static final JsonNode VERBS = Meta.JSON.valueToTree(
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"));
    private static final JsonNode VERBS_OF_PARTS = Meta.JSON.valueToTree(List.of("get", "patch", "update"));

    private Discovery() {}

    /** The document at an address, if it is one of discovery's. */
    static Optional<JsonNode> at(List<String> path) {
        return switch (String.join("/", path)) {
            case "version" -> Optional.of(version());
            case "api" -> Optional.of(versions());
            case "apis" -> Optional.of(groups());
            default -> inGroup(path);
        };
    }

    private static Optional<JsonNode> inGroup(List<String> path) {
        if (path.size() == 2 && path.getFirst().equals("api")) {
            return resources("", path.get(1));
        }
        if (path.size() == 2 && path.getFirst().equals("apis")) {
            return names().contains(path.get(1)) ? Optional.of(group(path.get(1))) : Optional.empty();
        }
        return path.size() == 3 && path.getFirst().equals("apis")
                ? resources(path.get(1), path.get(2))
                : Optional.empty();
    }

    private static ObjectNode version() {
        return Meta.object()
                .put("major", "1")
                .put("minor", "33")
                .put("gitVersion", "v1.33.0+sandbox")
                .put("gitCommit", "0000000000000000000000000000000000000000")
                .put("gitTreeState", "clean")
                .put("buildDate", "2025-04-23T00:00:00Z")
                .put("goVersion", "none")
                .put("compiler", "none")
                .put("platform", "cosmopilot/sandbox");
    }

    private static ObjectNode versions() {
        ObjectNode versions = Meta.object().put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        versions.putArray("serverAddressByClientCIDRs");
        return versions;
    }

    private static Set<String> names() {
        return Kinds.all().stream()
                .map(Kind::group)
                .filter(group -> !group.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static ObjectNode groups() {
        ObjectNode list = Meta.object().put("kind", "APIGroupList").put("apiVersion", "v1");
        ArrayNode groups = list.putArray("groups");
        names().forEach(name -> groups.add(group(name)));
        return list;
    }

    private static ObjectNode group(String name) {
        ObjectNode group =
                Meta.object().put("kind", "APIGroup").put("apiVersion", "v1").put("name", name);
        ArrayNode versions = group.putArray("versions");
        of(name).map(Kind::version)
                .distinct()
                .map(version ->
                        Meta.object().put("groupVersion", name + "/" + version).put("version", version))
                .forEach(versions::add);
        group.set("preferredVersion", versions.path(0));
        return group;
    }

    private static Stream<Kind> of(String group) {
        return Kinds.all().stream().filter(kind -> kind.group().equals(group));
    }

    private static Optional<JsonNode> resources(String group, String version) {
        List<Kind> kinds =
                of(group).filter(kind -> kind.version().equals(version)).toList();
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode list = Meta.object()
                .put("kind", "APIResourceList")
                .put("apiVersion", "v1")
                .put("groupVersion", kinds.getFirst().apiVersion());
        ArrayNode resources = list.putArray("resources");
        kinds.forEach(kind -> describe(kind, resources));
        return Optional.of(list);
    }

    private static void describe(Kind kind, ArrayNode resources) {
        resources.add(resource(kind, "", kind.name(), VERBS));
        if (kind.hasStatus()) {
            resources.add(resource(kind, "/status", kind.name(), VERBS_OF_PARTS));
        }
        if (kind.scales()) {
            resources.add(resource(kind, "/scale", "Scale", VERBS_OF_PARTS));
        }
    }

    private static ObjectNode resource(Kind kind, String part, String name, JsonNode verbs) {
        ObjectNode resource = Meta.object()
                .put("name", kind.plural() + part)
                .put("singularName", part.isEmpty() ? kind.name().toLowerCase(Locale.ROOT) : "")
                .put("namespaced", kind.namespaced())
                .put("kind", name);
        resource.set("verbs", verbs);
        return resource;
    }
}
