package io.cosmopilot.deploy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.IntStream;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;

/** A replica in a process of its own that says when it is to be killed: in the middle of several releases. */
final class Doomed {

    static final String DEPLOYMENT =
            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: APP_NAME}, spec: {selector: {matchLabels: {app: APP_NAME}},"
                    + " template: {metadata: {labels: {app: APP_NAME}}, spec: {terminationGracePeriodSeconds: 0, containers:"
                    + " [{name: main, image: 'local/busybox:1', command: [sleep, '1000'], resources: {requests: {cpu: 1m,"
                    + " memory: 8Mi}, limits: {cpu: 100m, memory: 32Mi}}}]}}}}";

    /** The objects of each release, in the order of applying. */
    static final String[] OBJECTS = {
        "{apiVersion: v1, kind: Secret, metadata: {name: APP_NAME}, stringData: {a: b}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: APP_NAME}, data: {a: b}}",
        "{apiVersion: v1, kind: Service, metadata: {name: APP_NAME}, spec: {selector: {app: APP_NAME}, ports: [{port: 80}]}}",
        DEPLOYMENT,
        "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: APP_NAME}, spec: {maxUnavailable: 1,"
                + " selector: {matchLabels: {app: APP_NAME}}}}",
        "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: APP_NAME}, spec: {rules: [{host:"
                + " APP_NAME.apps.localhost, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name:"
                + " APP_NAME, port: {number: 80}}}}]}}]}}"
    };

    /** Begins the only line that matters. */
    static final String SAYS = "doomed: ";

    static final String READY = SAYS + "every release rests";

    /** Of how many applications the pruning is interrupted, each at another point. */
    static final int PRUNED = 2;

    private static final String SECRET = OBJECTS[0];

    private Doomed() {}

    // The arguments are the JDBC URL of the database, and a kubeconfig.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            var rests = new Rests(PRUNED + OBJECTS.length + 1);
            var ada = Replica.start(arguments[0], arguments[1], new Reports(), rests)
                    .tenants()
                    .open();
            prune(ada);
            var releases = IntStream.rangeClosed(0, OBJECTS.length)
                    .mapToObj(point -> ada.orderPlain("rest-" + point, OBJECTS))
                    .toList();
            releases.forEach(release -> {
                ada.reports()
                        .next(
                                ReleaseReport.Planned.class,
                                Tenant.SOON,
                                report -> report.release().equals(release));
                ada.apply(release);
            });
            System.out.println(rests.awaitAll() ? READY : SAYS + "not every release rests");
        } catch (RuntimeException unready) {
            System.out.println(SAYS + unready);
        }
        // Nothing comes; but it ends with whoever started this process.
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    /** The second release has no ConfigMaps; what is one of them now, somebody else has put in its place. */
    private static void prune(Tenant ada) {
        var first = IntStream.range(0, PRUNED)
                .mapToObj(point -> ada.beginPlain("prune-" + point, SECRET, map("a"), map("b"), map("c"), DEPLOYMENT))
                .toList();
        first.forEach(ada::outcome);
        for (int point = 0; point < PRUNED; point++) {
            var maps = ada.client().configMaps().inNamespace(ada.space());
            var somebodyElses = new ConfigMapBuilder()
                    .withNewMetadata()
                    .withName("prune-" + point + "-c")
                    .endMetadata()
                    .build();
            maps.resource(somebodyElses).delete();
            maps.resource(somebodyElses).create();
            ada.beginPlain("prune-" + point, SECRET, DEPLOYMENT);
        }
    }

    private static String map(String end) {
        return "{apiVersion: v1, kind: ConfigMap, metadata: {name: APP_NAME-%s}, data: {a: b}}".formatted(end);
    }
}
