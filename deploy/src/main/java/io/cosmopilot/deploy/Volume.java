package io.cosmopilot.deploy;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Storage of a space that outlives the instances which use it.
 *
 * @param size a Kubernetes quantity, such as {@code 10Gi}
 * @param storageClass or null when the cluster has none or has not said yet
 * @param bound whether there is storage behind it already
 * @param application of which it is a part, or null when it stands on its own
 * @param usedBy the applications that have it mounted now
 */
public record Volume(
        String name,
        String space,
        String size,
        @Nullable String storageClass,
        Mode mode,
        boolean bound,
        @Nullable String application,
        List<String> usedBy) {

    public Volume {
        usedBy = List.copyOf(usedBy);
    }

    /** Who may use it at the same time. */
    public enum Mode {
        /** The instances on one host. */
        ONE_HOST("ReadWriteOnce"),
        /** Instances on many hosts. */
        MANY_HOSTS("ReadWriteMany"),
        /** Instances on many hosts, which only read. */
        READ_ONLY("ReadOnlyMany");

        private final String kubernetes;

        Mode(String kubernetes) {
            this.kubernetes = kubernetes;
        }

        /** The name of the access mode in Kubernetes. */
        public String kubernetes() {
            return kubernetes;
        }
    }
}
