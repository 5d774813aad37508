package io.cosmopilot.deploy.sandbox.pods;

import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** The volumes that a pod claims: it is not scheduled before they are there. */
record Claims(Cluster cluster, JsonNode pod) {

    Optional<String> problem() {
        return Meta.items(pod.at("/spec/volumes"))
                .map(volume -> Meta.text(volume, "/persistentVolumeClaim/claimName"))
                .filter(name -> !name.isEmpty())
                .flatMap(name -> problem(name).stream())
                .findFirst();
    }

    private Optional<String> problem(String name) {
        Optional<ObjectNode> claim = cluster.find(new Key(Kinds.CLAIM, Meta.namespace(pod), name));
        if (claim.isEmpty()) {
            return Optional.of("persistentvolumeclaim \"%s\" not found".formatted(name));
        }
        return claim.filter(found -> !Meta.text(found, "/status/phase").equals("Bound"))
                .map(found -> "pod has unbound immediate PersistentVolumeClaims");
    }
}
