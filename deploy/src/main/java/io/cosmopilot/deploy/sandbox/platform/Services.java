package io.cosmopilot.deploy.sandbox.platform;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.cluster.Deletion;
import io.cosmopilot.deploy.sandbox.cluster.Write;
import io.cosmopilot.deploy.sandbox.control.Controller;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;

/** Keeps the Endpoints of each Service with a selector, and the address of those that balance load. */
public record Services(Cluster cluster) implements Controller {

    @Override
    public void reconcile() {
        cluster.list(Kinds.SERVICE).forEach(service -> {
            if (!service.at("/spec/selector").isEmpty()) {
                endpoints(service);
            }
            if (Meta.text(service, "/spec/type").equals("LoadBalancer")) {
                cluster.observe(Key.of(Kinds.SERVICE, service), Loopback::balance);
            }
        });
        cluster.list(Kinds.ENDPOINTS).stream()
                .filter(endpoints -> cluster.find(service(endpoints)).isEmpty())
                .forEach(endpoints -> cluster.delete(Key.of(Kinds.ENDPOINTS, endpoints), Deletion.CASCADING));
    }

    private static Key service(JsonNode endpoints) {
        return new Key(Kinds.SERVICE, Meta.namespace(endpoints), Meta.name(endpoints));
    }

    private void endpoints(ObjectNode service) {
        Key key = new Key(Kinds.ENDPOINTS, Meta.namespace(service), Meta.name(service));
        ArrayNode subsets = subsets(service);
        if (cluster.find(key).isEmpty()) {
            ObjectNode endpoints = Meta.object();
            endpoints.putObject("metadata").put("name", key.name());
            endpoints.set("subsets", subsets);
            cluster.create(Kinds.ENDPOINTS, key.namespace(), endpoints, Write.BY_CONTROLLER);
        } else {
            cluster.update(key, Cluster.changed(live -> live.set("subsets", subsets)), Write.BY_CONTROLLER);
        }
    }

    private ArrayNode subsets(JsonNode service) {
        Selection selection = new Selection(cluster.store(), service);
        ArrayNode subsets = Meta.array();
        if (selection.ready().isEmpty() && selection.notReady().isEmpty()) {
            return subsets;
        }
        ObjectNode subset = subsets.addObject();
        addresses(subset, "addresses", selection.ready());
        addresses(subset, "notReadyAddresses", selection.notReady());
        ArrayNode ports = subset.putArray("ports");
        service.at("/spec/ports").forEach(port -> {
            ObjectNode one = ports.addObject();
            port.optional("name").ifPresent(name -> one.set("name", name));
            one.put("port", port.path("targetPort").asInt(port.path("port").asInt(0)));
            one.set("protocol", port.path("protocol"));
        });
        return subsets;
    }

    private static void addresses(ObjectNode subset, String field, List<ObjectNode> pods) {
        pods.forEach(pod -> subset.withArrayProperty(field)
                .addObject()
                .put("ip", Meta.text(pod, "/status/podIP"))
                .put("nodeName", Meta.text(pod, "/spec/nodeName"))
                .putObject("targetRef")
                .put("kind", "Pod")
                .put("namespace", Meta.namespace(pod))
                .put("name", Meta.name(pod))
                .put("uid", Meta.uid(pod)));
    }
}
