package io.cosmopilot.deploy.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.deploy.sandbox.Sandbox;
import io.cosmopilot.deploy.sandbox.SandboxSettings;

/**
 * The client of the sandbox in this process, or of a real Kubernetes: from the kubeconfig that was named, or from
 * inside the cluster.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ClusterSettings.class, SandboxSettings.class})
class ClusterConfiguration {

    private static final Path TOKEN = Path.of(Config.KUBERNETES_SERVICE_ACCOUNT_TOKEN_PATH);

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "cosmopilot.cluster", havingValue = "sandbox", matchIfMissing = true)
    Sandbox sandbox(SandboxSettings settings) {
        return Sandbox.start(settings);
    }

    @Bean
    @ConditionalOnProperty(name = "cosmopilot.cluster", havingValue = "sandbox", matchIfMissing = true)
    KubernetesClient sandboxClient(Sandbox sandbox) {
        return client(sandbox.clientConfig());
    }

    @Bean
    @ConditionalOnProperty(name = "cosmopilot.cluster", havingValue = "kubernetes")
    KubernetesClient kubernetes(ClusterSettings settings) {
        var kubeconfig = settings.kubernetes().kubeconfig();
        var found = kubeconfig == null ? inCluster() : named(kubeconfig);
        return client(found);
    }

    @Bean
    HealthIndicator clusterHealthIndicator(Caches caches, ClusterSettings settings, Clock clock) {
        return new ClusterHealth(caches, settings, clock);
    }

    /** Gives up soon: the jobs that ask do it again, and say so. Watches wait up to 32 intervals before they try again. */
    private static KubernetesClient client(Config found) {
        var impatient = new ConfigBuilder(found)
                .withRequestTimeout(10_000)
                .withConnectionTimeout(5_000)
                .withRequestRetryBackoffLimit(1)
                .withWatchReconnectInterval(250)
                .build();
        return new KubernetesClientBuilder().withConfig(impatient).build();
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
