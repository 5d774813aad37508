package io.cosmopilot.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several replicas on one database and the real cluster: one is killed in the middle of releases, two others go on with
 * them, and two that want to release the same at the same time.
 */
@ExtendWith(RealCluster.class)
@Execution(ExecutionMode.SAME_THREAD)
class ReplicasIT {

    private static final String[] KINDS = {
        "Secret", "ConfigMap", "Service", "Deployment", "PodDisruptionBudget", "Ingress"
    };

    private static EmbeddedPostgres postgres;
    private static OwnRights rights;
    private static final Reports REPORTS = new Reports();
    private static Replica one;
    private static Replica other;
    private static Tenant ada;
    private static Tenant adaElsewhere;

    @BeforeAll
    static void killOneReplicaAndStartTwo() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
        rights = OwnRights.grant(RealCluster.administrator());
        var database = postgres.getJdbcUrl("postgres", "postgres");
        var kubeconfig = rights.kubeconfig();
        untilKilled(database, kubeconfig);
        try (var starting = Executors.newFixedThreadPool(2)) {
            var first = starting.submit(() -> Replica.start(database, kubeconfig, REPORTS));
            other = Replica.start(database, kubeconfig, REPORTS);
            one = first.get();
        }
        ada = one.jdbc()
                .sql("select distinct space, person, reference from deploy.release")
                .query((row, number) -> one.tenants()
                        .of(row.getString("space"), new Requester(row.getString("person"), row.getString("reference"))))
                .single();
        adaElsewhere = other.tenants().of(ada.space(), ada.person());
    }

    private static void untilKilled(String database, String kubeconfig) throws IOException, InterruptedException {
        var arguments = Files.createTempFile("doomed", ".arguments");
        Files.writeString(arguments, "-cp \"" + System.getProperty("java.class.path") + "\"\n");
        var doomed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "@" + arguments,
                        Doomed.class.getName(),
                        database,
                        kubeconfig)
                .redirectErrorStream(true)
                .start();
        try (var said = doomed.inputReader()) {
            assertThat(said.lines().filter(line -> line.startsWith(Doomed.SAYS)).findFirst())
                    .contains(Doomed.READY);
        } finally {
            doomed.destroyForcibly().waitFor();
            Files.delete(arguments);
        }
    }

    @AfterAll
    static void leave() throws IOException {
        Stream.of(ada).filter(Objects::nonNull).forEach(Tenant::leave);
        Stream.of(one, other).filter(Objects::nonNull).forEach(Replica::close);
        rights.revoke();
        postgres.close();
    }

    @Test
    void wherever_a_release_is_killed_another_replica_goes_on_and_everything_is_there_once() {
        IntStream.rangeClosed(0, Doomed.OBJECTS.length).forEach(ReplicasIT::isWhole);
    }

    @Test
    void wherever_pruning_is_killed_another_replica_goes_on_and_takes_away_exactly_what_is_the_applications_own() {
        for (int point = 0; point < Doomed.PRUNED; point++) {
            var application = "prune-" + point;
            var release = one.jdbc()
                    .sql("select id from deploy.release where application = ? order by planned_at desc limit 1")
                    .param(application)
                    .query(String.class)
                    .single();

            assertThat(ada.outcome(release)).as(application).isInstanceOf(ReleaseReport.Healthy.class);

            assertThat(ada.client().configMaps().inNamespace(ada.space()).list().getItems())
                    .extracting(map -> map.getMetadata().getName())
                    .filteredOn(name -> name.startsWith(application))
                    .containsExactly(application + "-c");
            assertThat(living(application)).as(application).containsExactlyInAnyOrder("Secret", "Deployment");
            assertThat(inventory(release)).as(application).containsExactlyInAnyOrder("Secret", "Deployment");
            assertThat(told(release, ReleaseReport.Healthy.class)).isEqualTo(1);
        }
    }

    private static List<String> inventory(String release) {
        return one.jdbc()
                .sql("select kind from deploy.inventory i join deploy.release r using (application_id)"
                        + " where r.id = ?")
                .param(release)
                .query(String.class)
                .list();
    }

    private static void isWhole(int point) {
        var application = "rest-" + point;
        var release = one.jdbc()
                .sql("select id from deploy.release where application = ?")
                .param(application)
                .query(String.class)
                .single();

        assertThat(ada.outcome(release)).as(application).isInstanceOf(ReleaseReport.Healthy.class);

        assertThat(inventory(release)).as(application).containsExactlyInAnyOrder(KINDS);
        assertThat(living(application)).as(application).containsExactlyInAnyOrder(KINDS);
        assertThat(deployment(application).getMetadata().getGeneration()).isEqualTo(1);
        assertThat(told(release, ReleaseReport.Healthy.class)).isEqualTo(1);
        assertThat(told(release, ReleaseReport.Failed.class)).isZero();
    }

    private static long told(String release, Class<? extends ReleaseReport> type) {
        return REPORTS.all(type, report -> report.release().equals(release)).size();
    }

    /** The kinds of the objects that carry the application's label, each as often as it is there. */
    private static List<String> living(String application) {
        var cluster = ada.client();
        return Stream.of(
                        cluster.secrets(),
                        cluster.configMaps(),
                        cluster.services(),
                        cluster.apps().deployments(),
                        cluster.policy().v1beta1().podDisruptionBudget(),
                        cluster.network().v1().ingresses())
                .map(kind -> kind.inNamespace(ada.space()).withLabel("app.kubernetes.io/instance", application))
                .flatMap(chosen -> chosen.list().getItems().stream())
                .map(HasMetadata::getKind)
                .toList();
    }

    private static Deployment deployment(String name) {
        return ada.client()
                .apps()
                .deployments()
                .inNamespace(ada.space())
                .withName(name)
                .get();
    }

    @Test
    void of_two_releases_of_a_new_application_one_is_told_that_its_name_is_taken() throws Exception {
        assertThat(race("new", planned("new", "1", 80), planned("new", "2", 81)))
                .extracting(Problem::code)
                .containsAnyOf("deploy.release.name-taken", "deploy.release.another");
    }

    @Test
    void of_two_releases_of_an_application_one_is_told_of_the_other_and_going_back_brings_all_of_it_back()
            throws Exception {
        var first = planned("twin", "first", 80);
        ada.apply(first);
        assertThat(ada.outcome(first)).isInstanceOf(ReleaseReport.Healthy.class);

        assertThat(race("twin", planned("twin", "second", 81), planned("twin", "third", 82)))
                .extracting(Problem::code)
                .containsExactly("deploy.release.another");
        assertThat(state("twin")).isNotEqualTo(List.of("first", 80));

        var back = ada.order(new Order("twin", ada.space(), new Source.Earlier(first), List.of()));
        REPORTS.next(
                ReleaseReport.Planned.class,
                Tenant.SOON,
                report -> report.release().equals(back));
        adaElsewhere.apply(back);
        assertThat(ada.outcome(back)).isInstanceOf(ReleaseReport.Healthy.class);
        assertThat(state("twin")).isEqualTo(List.of("first", 80));
    }

    /** What the one who lost is told. */
    private static List<Problem> race(String application, String one, String other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var people = Executors.newFixedThreadPool(2)) {
            var first = people.submit(() -> apply(ada, one, start));
            apply(adaElsewhere, other, start);
            first.get();
        }
        var outcomes = Stream.of(one, other).map(ada::outcome).toList();
        assertThat(outcomes).as(application).hasAtLeastOneElementOfType(ReleaseReport.Healthy.class);
        return outcomes.stream()
                .filter(ReleaseReport.Refused.class::isInstance)
                .map(ReleaseReport.Refused.class::cast)
                .map(ReleaseReport.Refused::problems)
                .findFirst()
                .orElseThrow();
    }

    private static boolean apply(Tenant tenant, String release, CyclicBarrier start) throws Exception {
        start.await();
        tenant.apply(release);
        return true;
    }

    /** A release with these in its ConfigMap and its Service. */
    private static String planned(String application, String value, int port) {
        var release = ada.orderPlain(
                application,
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s}, data: {a: '%s'}}"
                        .formatted(application, value),
                "{apiVersion: v1, kind: Service, metadata: {name: %1$s}, spec: {selector: {app: %1$s}, ports: [{port: %2$d}]}}"
                        .formatted(application, port),
                Doomed.DEPLOYMENT);
        REPORTS.next(
                ReleaseReport.Planned.class,
                Tenant.SOON,
                report -> report.release().equals(release));
        return release;
    }

    private static List<Object> state(String application) {
        var space = ada.space();
        var map = ada.client()
                .configMaps()
                .inNamespace(space)
                .withName(application)
                .get();
        var service =
                ada.client().services().inNamespace(space).withName(application).get();
        return List.of(
                map.getData().get("a"), service.getSpec().getPorts().getFirst().getPort());
    }
}
