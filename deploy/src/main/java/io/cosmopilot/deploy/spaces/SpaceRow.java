package io.cosmopilot.deploy.spaces;

import io.cosmopilot.deploy.Quota;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.Space;

/**
 * A space as it is recorded.
 *
 * @param reference of who asked last
 * @param revision counts the orders to provision it
 * @param provisioned the revision that was carried out last; 0 before the first
 * @param attempts tries of this revision that failed
 */
record SpaceRow(
        String name,
        String namespace,
        String owner,
        int storageGi,
        int cpu,
        int memoryGi,
        String reference,
        int revision,
        int provisioned,
        int attempts) {

    Space space() {
        return new Space(name, owner, new Quota(storageGi, cpu, memoryGi));
    }

    Requester requester() {
        return new Requester(owner, reference);
    }

    boolean outstanding() {
        return provisioned < revision;
    }
}
