package io.cosmopilot.deploy.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import org.springframework.stereotype.Component;

/** The cluster, acted upon by the bot as itself or as a person. */
@Component
public class Cluster {

    private final NamespacedKubernetesClient client;
    private final Served served;
    private final ClusterSettings settings;

    Cluster(KubernetesClient client, ClusterSettings settings) {
        this.client = client.adapt(NamespacedKubernetesClient.class);
        this.served = new Served(client);
        this.settings = settings;
    }

    /** As the bot: only for what tenants must not do themselves. */
    public Hand asItself() {
        return new Hand(client, served, request().build());
    }

    /** As a person in a space: the cluster's own rights decide, and its audit names the person. */
    public Hand as(String person, String space) {
        return new Hand(
                client,
                served,
                request()
                        .withImpersonateUsername(user(person))
                        .withImpersonateGroups(group(space), "system:authenticated")
                        .build());
    }

    /** The name by which the cluster knows a person. */
    public String user(String person) {
        return settings.kubernetes().userPrefix() + person;
    }

    /** The name by which the cluster knows those who may deploy in a space. */
    public String group(String space) {
        return "cosmopilot:space:" + space;
    }

    /** The last lines that a container wrote before it ended; empty when the cluster has none. */
    public String lastWords(String namespace, String pod, String container, int lines) {
        try {
            var containers = client.pods().inNamespace(namespace).withName(pod).inContainer(container);
            var before = containers.terminated().tailingLines(lines).getLog();
            return before == null || before.isBlank()
                    ? String.valueOf(containers.tailingLines(lines).getLog())
                    : before;
        } catch (KubernetesClientException absent) {
            return "";
        }
    }

    private RequestConfigBuilder request() {
        return new RequestConfigBuilder(client.getConfiguration().getRequestConfig());
    }
}
