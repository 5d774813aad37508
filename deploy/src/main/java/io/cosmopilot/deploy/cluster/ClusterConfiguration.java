package io.cosmopilot.deploy.cluster;

import java.nio.file.Files;
import java.nio.file.Path;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client of a real Kubernetes: from the kubeconfig that was named, or from inside the cluster. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClusterSettings.class)
class ClusterConfiguration {

    private static final Path TOKEN = Path.of(Config.KUBERNETES_SERVICE_ACCOUNT_TOKEN_PATH);

    @Bean
    @ConditionalOnProperty(name = "cosmopilot.cluster", havingValue = "kubernetes")
    KubernetesClient kubernetes(ClusterSettings settings) {
        var kubeconfig = settings.kubernetes().kubeconfig();
        var found = kubeconfig == null ? inCluster() : named(kubeconfig);
        var patient = new ConfigBuilder(found)
                .withRequestTimeout(10_000)
                .withConnectionTimeout(5_000)
                .withRequestRetryBackoffLimit(1)
                .build();
        return new KubernetesClientBuilder().withConfig(patient).build();
    }

    private static Config named(Path kubeconfig) {
        if (!Files.isReadable(kubeconfig)) {
            throw new IllegalArgumentException("cosmopilot.kubernetes.kubeconfig names a file that cannot be read: "
                    + kubeconfig + ". Name another, or set cosmopilot.cluster=sandbox");
        }
        return Config.fromKubeconfig(kubeconfig.toFile());
    }

    private static Config inCluster() {
        if (!Files.isReadable(TOKEN)) {
            throw new IllegalArgumentException(
                    "cosmopilot.cluster=kubernetes needs cosmopilot.kubernetes.kubeconfig outside of a cluster: there is no ServiceAccount here");
        }
        return new ConfigBuilder(Config.autoConfigure(null)).build();
    }
}
