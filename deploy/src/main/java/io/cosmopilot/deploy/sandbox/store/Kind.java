package io.cosmopilot.deploy.sandbox.store;

import java.util.Set;

/** A kind of object that the API serves, under its preferred version. */
public record Kind(String group, String version, String name, String plural, boolean namespaced, Set<Trait> traits) {

    /** What some kinds have and others have not. */
    public enum Trait {
        STATUS,
        SCALE
    }

    public Kind {
        traits = Set.copyOf(traits);
    }

    static Kind namespaced(String group, String version, String name, String plural, Trait... traits) {
        return new Kind(group, version, name, plural, true, Set.of(traits));
    }

    static Kind clusterWide(String group, String version, String name, String plural, Trait... traits) {
        return new Kind(group, version, name, plural, false, Set.of(traits));
    }

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** As Kubernetes writes it in messages: {@code deployments.apps}, {@code pods}. */
    public String qualified() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    public boolean hasStatus() {
        return traits.contains(Trait.STATUS);
    }

    public boolean scales() {
        return traits.contains(Trait.SCALE);
    }

    @Override
    public String toString() {
        return qualified();
    }
}
