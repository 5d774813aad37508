package io.cosmopilot.deploy;

import java.util.List;
import java.util.Map;

/**
 * An L4 service of an application, as it is in the cluster.
 *
 * @param type {@code ClusterIP} or {@code NodePort}
 * @param selector the labels of the pods to which it leads
 * @param pods those that match now, by name
 */
public record L4Service(
        String name, String type, List<Adjustment.Port> ports, Map<String, String> selector, List<String> pods) {

    public L4Service {
        ports = List.copyOf(ports);
        selector = Map.copyOf(selector);
        pods = List.copyOf(pods);
    }
}
