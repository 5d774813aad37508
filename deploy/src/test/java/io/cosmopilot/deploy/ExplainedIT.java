package io.cosmopilot.deploy;

import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** What does not run is explained by what the real cluster shows of it. */
@OnRealCluster
class ExplainedIT {

    @Test
    void a_missing_image_is_told_by_its_name(Tenant ada) {
        try (var registry = LoopbackRegistry.start()) {
            var image = registry.address() + "/shop/nonexistent:9";

            assertThat(ada.fails("typo", Map.of("WEB_IMAGE", image)))
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.code()).isEqualTo("deploy.evidence.image-not-found");
                        assertThat(problem.component()).isEqualTo("typo");
                        assertThat(problem.arguments()).contains(image);
                    });
        }
    }

    @Test
    void a_registry_that_does_not_answer_is_no_missing_image(Tenant ada) {
        assertThat(ada.fails("away", Map.of("WEB_IMAGE", "127.0.0.1:1/shop/web:1")))
                .extracting(Problem::code)
                .containsExactly("deploy.evidence.registry-away");
    }

    @Test
    void a_crash_is_told_with_its_exit_code_and_last_lines(Tenant ada) {
        assertThat(ada.fails("crash", Map.of("WEB_COMMAND", "echo no database at db:3306; exit 3")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("deploy.evidence.crashes");
                    assertThat(problem.arguments()).containsExactly("3");
                    assertThat(problem.log()).contains("no database at db:3306");
                });
    }

    @Test
    void what_keeps_pods_from_running_is_told_for_each_component_within_20_seconds_of_its_evidence(Tenant ada) {
        ada.beginPlain(
                "zoo",
                deployment("not-executable", "", "command: [sh, -c, 'exec /etc/passwd']"),
                deployment("not-found", "", "command: [sh, -c, 'exec no-such-program']"),
                deployment("no-program", "", "command: [no-such-program]"),
                deployment("hungry", "", "command: [tail, /dev/zero]"),
                deployment("no-map", "", SLEEP + ", envFrom: [{configMapRef: {name: settings}}]"),
                deployment("no-key", "", SLEEP + ", env: [{name: A, valueFrom: {secretKeyRef: {name: keys, key: a}}}]"),
                deployment(
                        "no-file",
                        "volumes: [{name: conf, configMap: {name: files, items: [{key: b, path: b}]}}],",
                        SLEEP + ", volumeMounts: [{name: conf, mountPath: /conf}]"),
                deployment("bad-name", "", SLEEP, "Local/Busybox:1"),
                deployment("elsewhere", "nodeSelector: {zone: qianmi},", SLEEP),
                deployment("no-volume", "volumes: [{name: d, persistentVolumeClaim: {claimName: nowhere}}],", SLEEP),
                deployment("unbound", "volumes: [{name: d, persistentVolumeClaim: {claimName: unbound}}],", SLEEP),
                "{apiVersion: v1, kind: Secret, metadata: {name: keys}}",
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: files}}",
                "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: unbound}, spec: {storageClassName:"
                        + " fast, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}");

        var explained = Explanations.of(ada, "zoo");

        explained
                .expect("not-executable", "not-executable", "sh -c exec /etc/passwd")
                .soon();
        explained.expect("not-found", "not-found", "sh -c exec no-such-program").soon();
        explained.expect("no-program", "not-found", "no-such-program").soon();
        explained.expect("hungry", "out-of-memory", "32Mi").suggests("64Mi").soon();
        explained
                .expect("no-map", "configuration-missing", "ConfigMap", "settings")
                .suggests("ConfigMap settings")
                .soon();
        explained
                .expect("no-key", "key-missing", "a", "Secret", "keys")
                .suggests("Secret keys a")
                .soon();
        explained
                .expect("no-file", "key-missing", "b", "ConfigMap", "files")
                .suggests("ConfigMap files b")
                .soon();
        explained
                .expect("bad-name", "image-name-invalid", "Local/Busybox:1", "local/busybox:1")
                .soon();
        explained.expect("elsewhere", "no-node-selected", "1", "1").soon();
        explained.expect("no-volume", "volume-missing", "nowhere").soon();
        explained
                .expect("unbound", "volume-class-unknown", "unbound", "fast", "-")
                .soon();
    }

    @Test
    void what_the_quota_refuses_shows_only_at_the_deployment_and_is_told(Tenant ada, Tenant eve) {
        ada.client().resource(quota(ada.space(), "pods", "0")).create();
        assertThat(ada.failsPlain("full", deployment("full", "", SLEEP)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("deploy.evidence.quota-exceeded");
                    assertThat(problem.arguments()).containsExactly("pods=1", "pods=0", "pods=0");
                    assertThat(problem.offers()).contains(Problem.Offer.ASK_FOR_QUOTA);
                });

        eve.client().limitRanges().inNamespace(eve.space()).delete();
        eve.client().resource(quota(eve.space(), "limits.cpu", "4")).create();
        assertThat(eve.failsPlain("vague", VAGUE)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("deploy.evidence.limits-missing");
            assertThat(problem.arguments()).containsExactly("limits.cpu");
            assertThat(problem.offers()).startsWith(Problem.Offer.FILL_LIMITS);
        });
    }

    @Test
    void a_probe_that_keeps_failing_is_compared_with_what_the_program_offers(Tenant ada) {
        ada.beginPlain(
                "silent",
                deployment(
                        "silent",
                        "",
                        SLEEP + ", readinessProbe: {exec: {command: [sh, -c, 'echo not yet; exit 1']},"
                                + " periodSeconds: 1, timeoutSeconds: 10}"));
        ada.beginPlain(
                "deaf",
                deployment(
                        "killed",
                        "",
                        SLEEP + ", livenessProbe: {exec: {command: [sh, -c, 'echo dead; exit 1']},"
                                + " periodSeconds: 1, failureThreshold: 1, timeoutSeconds: 10}"));
        ada.beginPlain(
                "astray",
                deployment(
                        "elsewhere",
                        "hostNetwork: true,",
                        SLEEP + ", ports: [{containerPort: 18097}],"
                                + " readinessProbe: {httpGet: {host: 127.0.0.1, port: 18098}, periodSeconds: 1}"));

        var explained = Explanations.of(ada, "silent", "deaf", "astray");
        explained
                .expect("elsewhere", "probe-port", "GET :18098/", "18097")
                .suggests("18097")
                .soon();
        explained
                .expect("silent", "probe-fails", "sh -c echo not yet; exit 1", "-", "not yet")
                .soon();
        explained
                .expect("killed", "probe-fails", "sh -c echo dead; exit 1", "-", "dead")
                .soon();
        assertThat(ada.reports()
                        .all(
                                ReleaseReport.Progressed.class,
                                report -> report.application().equals("silent")
                                        && !report.hints().isEmpty()))
                .flatExtracting(ReleaseReport.Progressed::hints)
                .extracting(Problem::code)
                .contains("deploy.evidence.probe-not-yet");
    }

    @Test
    void doors_that_lead_nowhere_are_told_when_everything_runs(Tenant ada) {
        var problems = ada.failsPlain(
                "doors",
                deployment("doors", "", SLEEP + ", ports: [{name: web, containerPort: 8080}]"),
                service("doors", "app: door", "{port: 80}"),
                service("named", "app: doors", "{port: 80, targetPort: http}"),
                "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: front}, spec: {rules: [{host:"
                        + " x.apps.localhost, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name:"
                        + " back, port: {number: 80}}}}]}}]}}");

        assertThat(problems)
                .extracting(Problem::code, Problem::component, Problem::suggestion)
                .containsExactlyInAnyOrder(
                        tuple("deploy.evidence.service-matches-nothing", "doors", "doors"),
                        tuple("deploy.evidence.service-port-missing", "named", "8080"),
                        tuple("deploy.evidence.ingress-no-service", "front", null));
    }

    @Test
    void a_node_port_that_is_taken_is_told_before_anything_is_made_and_a_free_one_is_had_instead(Tenant ada) {
        var taken = ada.client()
                .resource(new ServiceBuilder()
                        .withMetadata(new ObjectMetaBuilder()
                                .withName("other")
                                .withNamespace(ada.space())
                                .build())
                        .withNewSpec()
                        .withType("NodePort")
                        .addNewPort()
                        .withPort(80)
                        .endPort()
                        .endSpec()
                        .build())
                .create()
                .getSpec()
                .getPorts()
                .getFirst()
                .getNodePort();

        var yaml =
                "{apiVersion: v1, kind: Service, metadata: {name: port}, spec: {type: NodePort, selector: {app: port},"
                        + " ports: [{port: 80, nodePort: " + taken + "}]}}";
        var release = ada.orderPlain("port", yaml);

        assertThat(((ReleaseReport.Refused) ada.outcome(release)).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("deploy.refusal.port-taken");
                    assertThat(problem.arguments()).containsExactly(String.valueOf(taken));
                    assertThat(problem.offers()).startsWith(Problem.Offer.FREE_PORT);
                });

        var source = new Source.Template("plain", Map.of("YAML", yaml));
        var free = ada.order(new Order("port", ada.space(), source, List.of(new Adjustment.FreePorts("port"))));
        ada.reports()
                .next(
                        ReleaseReport.Planned.class,
                        Tenant.SOON,
                        report -> report.release().equals(free));
        ada.apply(free);
        await().atMost(Tenant.SOON)
                .untilAsserted(() -> assertThat(ada.client()
                                .services()
                                .inNamespace(ada.space())
                                .withName("port")
                                .get())
                        .isNotNull()
                        .extracting(service ->
                                service.getSpec().getPorts().getFirst().getNodePort())
                        .isNotEqualTo(taken));
    }

    private static final String SLEEP = "command: [sleep, '1000']";

    private static final String VAGUE = """
            {apiVersion: apps/v1, kind: Deployment, metadata: {name: vague}, spec: {selector: {matchLabels: {app:
             vague}}, template: {metadata: {labels: {app: vague}}, spec: {containers: [{name: main, image:
             'local/busybox:1', command: [sleep, '1000'], resources: {requests: {cpu: 1m, memory: 8Mi}}}]}}}}""";

    private static String deployment(String name, String pod, String container) {
        return deployment(name, pod, container, ShopCatalogue.IMAGE);
    }

    private static String deployment(String name, String pod, String container, String image) {
        return """
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: %1$s}, spec: {selector: {matchLabels: {app:
                 %1$s}}, template: {metadata: {labels: {app: %1$s}}, spec: {terminationGracePeriodSeconds: 0, %2$s
                 containers: [{name: main, image: '%4$s', %3$s, resources: {requests: {cpu: 1m, memory: 8Mi}, limits:
                 {cpu: 500m, memory: 32Mi}}}]}}}}""".formatted(name, pod, container, image);
    }

    private static ResourceQuota quota(String namespace, String resource, String hard) {
        return new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("platform")
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .addToHard(resource, new Quantity(hard))
                .endSpec()
                .build();
    }

    private static String service(String name, String selector, String port) {
        return "{apiVersion: v1, kind: Service, metadata: {name: %s}, spec: {selector: {%s}, ports: [%s]}}"
                .formatted(name, selector, port);
    }

    @Test
    void a_host_that_is_nowhere_large_enough_is_told_with_the_counts(Tenant ada) {
        ada.provision(new Quota(5, 600, 2));

        assertThat(ada.fails("huge", Map.of("WEB_CPU", "500", "WEB_LIMIT", "500")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("deploy.evidence.no-room-cpu");
                    assertThat(problem.arguments()).containsExactly("1", "1");
                });
    }
}
