package io.cosmopilot.deploy.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists, selectors and watches. */
class WatchTest extends SandboxCluster {

    @Test
    void selectors_choose_by_labels_and_fields() {
        config("a", Map.of("tier", "web", "stage", "test"));
        config("b", Map.of("tier", "db"));
        config("c", Map.of());

        assertThat(names(client.configMaps()
                        .inNamespace(SPACE)
                        .withLabelIn("tier", "web", "db")
                        .list()
                        .getItems()))
                .containsExactly("a", "b");
        assertThat(names(client.configMaps()
                        .inNamespace(SPACE)
                        .withLabelNotIn("tier", "web")
                        .list()
                        .getItems()))
                .containsExactly("b", "c");
        assertThat(names(client.configMaps()
                        .inNamespace(SPACE)
                        .withLabel("stage")
                        .list()
                        .getItems()))
                .containsExactly("a");
        assertThat(names(client.configMaps()
                        .inNamespace(SPACE)
                        .withoutLabel("tier")
                        .list()
                        .getItems()))
                .containsExactly("c");
        assertThat(names(client.configMaps()
                        .inNamespace(SPACE)
                        .withField("metadata.name", "b")
                        .list()
                        .getItems()))
                .containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_watch_tells_each_change_in_order(boolean onlyHttp) throws InterruptedException {
        Config config = new ConfigBuilder(sandbox.clientConfig())
                .withOnlyHttpWatches(onlyHttp)
                .build();
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (KubernetesClient watching =
                new KubernetesClientBuilder().withConfig(config).build()) {
            watching.configMaps().inNamespace(SPACE).withLabel("watched").watch(noting(seen));
            config("a", Map.of("watched", "yes"));
            config("b", Map.of());
            config("a", Map.of("watched", "still"));
            client.configMaps().inNamespace(SPACE).withName("a").delete();

            assertThat(take(seen, 3)).containsExactly("ADDED a", "MODIFIED a", "DELETED a");
        }
    }

    @Test
    void an_object_that_no_longer_fits_is_gone_for_the_watcher() throws InterruptedException {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        client.configMaps().inNamespace(SPACE).withLabel("watched").watch(noting(seen));

        config("a", Map.of("watched", "yes"));
        config("a", Map.of());

        assertThat(take(seen, 2)).containsExactly("ADDED a", "DELETED a");
    }

    @Test
    void a_watch_from_a_version_tells_what_was_missed() throws InterruptedException {
        String then =
                client.configMaps().inNamespace(SPACE).list().getMetadata().getResourceVersion();
        config("a", Map.of());
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();

        client.configMaps()
                .inNamespace(SPACE)
                .watch(new ListOptionsBuilder().withResourceVersion(then).build(), noting(seen));

        assertThat(take(seen, 1)).containsExactly("ADDED a");
    }

    @Test
    void a_version_from_before_the_restart_is_too_old() throws InterruptedException {
        String then =
                client.configMaps().inNamespace(SPACE).list().getMetadata().getResourceVersion();
        config("a", Map.of());
        stop();
        start();
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();

        client.configMaps()
                .inNamespace(SPACE)
                .watch(new ListOptionsBuilder().withResourceVersion(then).build(), noting(seen));

        assertThat(take(seen, 1)).containsExactly("closed gone");
    }

    @Test
    void an_informer_keeps_up_through_watches_that_end() throws InterruptedException {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        Config impatient = new ConfigBuilder(sandbox.clientConfig())
                .withWatchReconnectInterval(10)
                .build();
        try (KubernetesClient informed =
                        new KubernetesClientBuilder().withConfig(impatient).build();
                SharedIndexInformer<ConfigMap> informer =
                        informed.configMaps().inNamespace(SPACE).inform(added(seen))) {
            config("a", Map.of());
            assertThat(take(seen, 1)).containsExactly("a");

            sandbox.endWatches();
            config("b", Map.of());

            assertThat(take(seen, 1)).containsExactly("b");
            assertThat(names(informer.getStore().list())).containsExactly("a", "b");
        }
    }

    private static ResourceEventHandler<ConfigMap> added(BlockingQueue<String> seen) {
        return new ResourceEventHandler<>() {
            @Override
            public void onAdd(ConfigMap map) {
                seen.add(map.getMetadata().getName());
            }

            @Override
            public void onUpdate(ConfigMap before, ConfigMap after) {
                seen.add("updated " + after.getMetadata().getName());
            }

            @Override
            public void onDelete(ConfigMap map, boolean unknown) {
                seen.add("deleted " + map.getMetadata().getName());
            }
        };
    }

    private void config(String name, Map<String, String> labels) {
        ConfigMap map = new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(SPACE)
                .withLabels(labels)
                .endMetadata()
                .build();
        apply(map);
    }

    /** What it is told, but for how far it has come. */
    private static Watcher<ConfigMap> noting(BlockingQueue<String> seen) {
        return new Watcher<>() {
            @Override
            public void eventReceived(Action action, ConfigMap map) {
                if (action != Action.BOOKMARK) {
                    seen.add(action + " " + map.getMetadata().getName());
                }
            }

            @Override
            public void onClose(WatcherException cause) {
                seen.add("closed " + (cause.isHttpGone() ? "gone" : cause));
            }
        };
    }

    private static List<String> take(BlockingQueue<String> seen, int count) throws InterruptedException {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.addAll(Optional.ofNullable(seen.poll(10, TimeUnit.SECONDS)).stream()
                    .toList());
        }
        return Collections.unmodifiableList(taken);
    }

    private static List<String> names(List<ConfigMap> maps) {
        return maps.stream().map(map -> map.getMetadata().getName()).sorted().toList();
    }
}
