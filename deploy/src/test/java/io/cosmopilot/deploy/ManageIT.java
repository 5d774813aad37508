package io.cosmopilot.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What people do with an application that is there, on a real cluster. */
@OnRealCluster
class ManageIT {

    /** Ends when it is told to: what does not is waited for. */
    private static final Adjustment SLEEP = new Adjustment.Command(
            null, List.of("sh", "-c"), List.of("trap 'exit 0' TERM; while true; do sleep 0.2; done"));

    private static final Adjustment SMALL = new Adjustment.Resources(null, "10m", "16Mi");

    private final KubernetesClient client = RealCluster.administrator();

    @Autowired
    Volumes volumes;

    @Autowired
    Configurations configurations;

    @Autowired
    L4Services services;

    @Autowired
    HostPaths hostPaths;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Reports reports;

    @Test
    void an_image_is_deployed_changed_in_every_way_and_brought_back(Tenant ada) {
        var image = new Source.Image(ShopCatalogue.IMAGE, null);
        deploy(ada, image, new Adjustment.HighAvailability(true), SLEEP, SMALL);
        assertThat(ada.status("web").components())
                .containsExactly(new Component("Deployment", "web", Health.HEALTHY, 2, 2, ShopCatalogue.IMAGE));
        assertThat(client.policy()
                        .v1beta1()
                        .podDisruptionBudget()
                        .inNamespace(ada.space())
                        .withName("web")
                        .get())
                .isNotNull();

        change(
                ada,
                new Adjustment.Scale(null, 1),
                new Adjustment.Environment(null, Map.of("LEVEL", "info", "DB_PASSWORD", "s3cret")),
                new Adjustment.Exposure(null, "NodePort", List.of(new Adjustment.Port(80, 8080, null))),
                new Adjustment.Strategy(false));
        assertThat(client.policy()
                        .v1beta1()
                        .podDisruptionBudget()
                        .inNamespace(ada.space())
                        .withName("web")
                        .get())
                .isNull();
        assertThat(client.secrets()
                        .inNamespace(ada.space())
                        .withName("web-environment")
                        .get()
                        .getData())
                .containsOnlyKeys("DB_PASSWORD");
        assertThat(services.of(ada.person().person(), "web")).singleElement().satisfies(service -> {
            assertThat(service.type()).isEqualTo("NodePort");
            assertThat(service.pods()).hasSize(1);
        });

        change(ada, new Adjustment.Exposure(null, "ClusterIP", List.of(new Adjustment.Port(80, 8080, null))));
        change(ada, new Adjustment.Restart("again"), new Adjustment.Strategy(true));

        change(ada, new Adjustment.Stop());
        assertThat(ada.status("web").health()).isEqualTo(Health.STOPPED);
        change(ada, new Adjustment.Start());
        assertThat(ada.status("web").components().getFirst().wanted()).isEqualTo(1);

        var history = history(ada);
        assertThat(history).hasSize(6);
        assertThat(history.getFirst().current()).isTrue();
        release(ada, new Source.Earlier(history.getLast().id()));
        assertThat(ada.status("web").components().getFirst().wanted()).isEqualTo(2);
        assertThat(client.services().inNamespace(ada.space()).withName("web").get())
                .isNull();
        assertThat(client.secrets()
                        .inNamespace(ada.space())
                        .withName("web-environment")
                        .get())
                .isNull();

        var gone = release(ada, new Source.Nothing(false));
        assertThat(gone).isInstanceOf(ReleaseReport.Removed.class);
        assertThat(ada.applications().find(ada.person().person(), "web")).isEmpty();
        assertThat(client.apps()
                        .deployments()
                        .inNamespace(ada.space())
                        .withName("web")
                        .get())
                .isNull();

        release(ada, new Source.Earlier(history(ada).get(1).id()));
        assertThat(ada.status("web").health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void a_volume_and_files_are_made_mounted_and_not_given_back_while_they_are_used(Tenant ada) {
        var person = ada.person();
        errand(id -> volumes.claim(id, ada.space(), "data", 1, null, Volume.Mode.ONE_HOST, person));
        errand(id -> configurations.keep(id, ada.space(), "conf", Map.of("a.conf", "one", "b.conf", "two"), person));

        var problems = configurations.check("conf", Map.of("a/b", ""));
        assertThat(problems).extracting(Problem::code).containsExactly("deploy.configuration.bad-file");
        var release = ada.order(new Order(
                "web",
                ada.space(),
                new Source.Image(ShopCatalogue.IMAGE, null),
                List.of(
                        SLEEP,
                        SMALL,
                        new Adjustment.Configuration("conf", "/etc/web", List.of("a.conf")),
                        new Adjustment.Configuration("conf", "/etc/all", List.of()))));
        reports.next(
                ReleaseReport.Planned.class,
                Tenant.SOON,
                planned -> planned.release().equals(release));
        ada.apply(release);
        assertThat(ada.outcome(release)).isInstanceOf(ReleaseReport.Healthy.class);

        assertThat(configurations.readers(ada.space(), "conf")).containsExactly(new Configuration.Reader("web", false));
        assertThat(volumes.find(person.person(), "data")).isPresent();
        var refused = UUID.randomUUID().toString();
        transaction.executeWithoutResult(turn -> configurations.remove(refused, ada.space(), "conf", person));
        assertThat(reports.next(
                        ErrandReport.class, Tenant.SOON, report -> report.id().equals(refused)))
                .isInstanceOf(ErrandReport.Refused.class);
        errand(id -> volumes.release(id, ada.space(), "data", person));
        assertThat(client.persistentVolumeClaims()
                        .inNamespace(ada.space())
                        .withName("data")
                        .get())
                .satisfiesAnyOf(
                        claim -> assertThat(claim).isNull(),
                        claim -> assertThat(claim.getMetadata().getDeletionTimestamp())
                                .isNotNull());
    }

    /** The cluster’s node is this machine. */
    @Test
    void a_program_reads_a_directory_of_the_host_once_that_is_approved(Tenant ada, @TempDir Path directory)
            throws IOException {
        Files.writeString(directory.resolve("greeting"), "hello from the host\n");
        var source = new Source.Yaml("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      terminationGracePeriodSeconds: 0
                      containers:
                      - name: web
                        image: %s
                        command: [sh, -c, cat /srv/greeting && sleep 3600]
                        resources: {requests: {cpu: 10m, memory: 16Mi}, limits: {cpu: 10m, memory: 16Mi}}
                        volumeMounts: [{name: files, mountPath: /srv, readOnly: true}]
                      volumes: [{name: files, hostPath: {path: %s, type: Directory}}]
                """.formatted(ShopCatalogue.IMAGE, directory), Map.of());

        assertThat(ada.outcome(ada.order(new Order("web", ada.space(), source, List.of()))))
                .isInstanceOfSatisfying(
                        ReleaseReport.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::suggestion)
                                .containsExactly(directory.toString()));

        transaction.executeWithoutResult(turn -> hostPaths.permit(ada.space(), directory.toString(), ada.person()));

        deploy(ada, source);
        var pod = client.pods()
                .inNamespace(ada.space())
                .withLabel("app", "web")
                .list()
                .getItems()
                .getFirst();
        await().atMost(Tenant.SOON)
                .untilAsserted(
                        () -> assertThat(client.pods().resource(pod).getLog()).isEqualTo("hello from the host\n"));
    }

    private void errand(Consumer<String> order) {
        var id = UUID.randomUUID().toString();
        transaction.executeWithoutResult(turn -> order.accept(id));
        assertThat(reports.next(
                        ErrandReport.class, Tenant.SOON, report -> report.id().equals(id)))
                .isInstanceOf(ErrandReport.Done.class);
    }

    private List<Release> history(Tenant ada) {
        return Objects.requireNonNull(transaction.execute(turn -> ada.releases().history(ada.space(), "web")));
    }

    private void change(Tenant ada, Adjustment... adjustments) {
        deploy(ada, new Source.Earlier(history(ada).getFirst().id()), adjustments);
    }

    private void deploy(Tenant ada, Source source, Adjustment... adjustments) {
        assertThat(release(ada, source, adjustments)).isInstanceOf(ReleaseReport.Healthy.class);
    }

    private ReleaseReport release(Tenant ada, Source source, Adjustment... adjustments) {
        var release = ada.order(new Order("web", ada.space(), source, List.of(adjustments)));
        var planned = reports.next(
                ReleaseReport.class, Tenant.SOON, report -> report.release().equals(release));
        assertThat(planned).isInstanceOf(ReleaseReport.Planned.class);
        ada.apply(release);
        return ada.outcome(release);
    }
}
