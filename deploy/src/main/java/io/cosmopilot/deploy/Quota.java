package io.cosmopilot.deploy;

/**
 * What a space may use.
 *
 * @param storageGi image storage in the registry and volumes in the cluster, in GiB
 * @param cpu cores requested by all pods together
 * @param memoryGi memory requested by all pods together, in GiB
 */
public record Quota(int storageGi, int cpu, int memoryGi) {

    public Quota {
        if (storageGi < 1 || cpu < 1 || memoryGi < 1) {
            throw new IllegalArgumentException(
                    "a quota grants at least 1 of each: " + storageGi + ", " + cpu + ", " + memoryGi);
        }
    }

    public boolean within(Quota other) {
        return storageGi <= other.storageGi && cpu <= other.cpu && memoryGi <= other.memoryGi;
    }
}
