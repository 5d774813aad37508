package io.cosmopilot.deploy.sandbox.http;

import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.store.Kind;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;
import io.cosmopilot.deploy.sandbox.store.Store;

/**
 * Who a request is made for. Somebody impersonated may act where a RoleBinding names them or one of their groups, and
 * everywhere when a ClusterRoleBinding does; what exactly the role allows is left to real clusters.
 */
record Impersonation(String user, List<String> groups) {

    private static final String SERVICE_ACCOUNT = "system:serviceaccount:";

    static Impersonation of(ApiRequest request) {
        List<String> groups = request.all("Impersonate-Group");
        String user = request.header("Impersonate-User");
        if (user.isEmpty() && !groups.isEmpty()) {
            throw Refusal.badRequest("requested groups %s without impersonating a user".formatted(groups));
        }
        return new Impersonation(user, groups);
    }

    private boolean isNobody() {
        return user.isEmpty();
    }

    void requireMay(String verb, Target target, Store store) {
        if (isNobody() || isBound(store.list(Kinds.CLUSTER_ROLE_BINDING).stream())) {
            return;
        }
        String namespace = target.kind().equals(Kinds.NAMESPACE) ? target.name() : target.namespace();
        if (namespace.isEmpty() || !isBound(store.list(Kinds.ROLE_BINDING, namespace).stream())) {
            throw Refusal.denied(target.key(), sentence(verb, target));
        }
    }

    private boolean isBound(Stream<? extends JsonNode> bindings) {
        return bindings.flatMap(binding -> Meta.items(binding.path("subjects"))).anyMatch(this::isMe);
    }

    private boolean isMe(JsonNode subject) {
        String name = Meta.text(subject, "/name");
        return switch (Meta.text(subject, "/kind")) {
            case "User" -> name.equals(user);
            case "Group" -> groups.contains(name);
            case "ServiceAccount" -> user.equals(SERVICE_ACCOUNT + Meta.text(subject, "/namespace") + ":" + name);
            default -> false;
        };
    }

    private String sentence(String verb, Target target) {
        Kind kind = target.kind();
        String named = target.isCollection() ? "" : " \"%s\"".formatted(target.name());
        String where = target.namespace().isEmpty()
                ? "at the cluster scope"
                : "in the namespace \"%s\"".formatted(target.namespace());
        return "%s%s is forbidden: User \"%s\" cannot %s resource \"%s\" in API group \"%s\" %s"
                .formatted(kind, named, user, verb, kind.plural(), kind.group(), where);
    }
}
