package io.cosmopilot.deploy.releases;

import java.util.Comparator;

import io.cosmopilot.deploy.cluster.Kind;
import io.cosmopilot.deploy.cluster.Reference;
import io.cosmopilot.templates.Manifest;

/** An entry of the inventory; sorted as objects are removed, that is, against the order of applying. */
record Kept(String apiVersion, String kind, String name) implements Comparable<Kept> {

    private static final Comparator<Kept> ORDER =
            Comparator.comparingInt(Kept::order).reversed().thenComparing(Kept::name);

    static Kept of(Manifest manifest) {
        return new Kept(manifest.apiVersion(), manifest.kind(), manifest.name());
    }

    /** The same object, perhaps by another version of its API. */
    boolean same(Kept other) {
        return kind.equals(other.kind) && name.equals(other.name);
    }

    Reference in(String namespace) {
        return new Reference(apiVersion, kind, namespace, name);
    }

    private int order() {
        return Kind.order(apiVersion, kind);
    }

    @Override
    public int compareTo(Kept other) {
        return ORDER.compare(this, other);
    }
}
