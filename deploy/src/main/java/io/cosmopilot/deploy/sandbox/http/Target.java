package io.cosmopilot.deploy.sandbox.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kind;
import io.cosmopilot.deploy.sandbox.store.Kinds;

/** What an address means: a kind's collection, in a namespace or in all, one object of it, or a part of that. */
record Target(Kind kind, String namespace, String name, String part) {

    private static final Set<String> PARTS_OF_A_NAMESPACE = Set.of("status", "finalize");

    /** Reads {@code /api/v1/…} and {@code /apis/<group>/<version>/…}. */
    static Optional<Target> at(List<String> path) {
        if (path.size() > 2 && path.getFirst().equals("api")) {
            return inVersion("", path.get(1), path.subList(2, path.size()));
        }
        if (path.size() > 3 && path.getFirst().equals("apis")) {
            return inVersion(path.get(1), path.get(2), path.subList(3, path.size()));
        }
        return Optional.empty();
    }

    private static Optional<Target> inVersion(String group, String version, List<String> rest) {
        boolean inNamespace = rest.size() > 2
                && rest.getFirst().equals("namespaces")
                && !(rest.size() == 3 && PARTS_OF_A_NAMESPACE.contains(rest.get(2)));
        return inNamespace
                ? inCollection(group, version, rest.get(1), rest.subList(2, rest.size()))
                : inCollection(group, version, "", rest);
    }

    private static Optional<Target> inCollection(String group, String version, String namespace, List<String> rest) {
        if (rest.size() > 3) {
            return Optional.empty();
        }
        return Kinds.at(group, version, rest.getFirst())
                .filter(kind -> kind.namespaced() || namespace.isEmpty())
                .map(kind -> new Target(kind, namespace, at(rest, 1), at(rest, 2)));
    }

    private static String at(List<String> path, int index) {
        return index < path.size() ? path.get(index) : "";
    }

    Key key() {
        return new Key(kind, namespace, name);
    }

    boolean isCollection() {
        return name.isEmpty();
    }
}
