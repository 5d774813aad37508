package io.cosmopilot.deploy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import io.cosmopilot.deploy.Problem.Offer;
import io.cosmopilot.deploy.adjusting.Adjusted;
import io.cosmopilot.deploy.adjusting.FromImage;
import io.cosmopilot.deploy.registry.WithRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Which directories of the hosts an application mounts: those that were approved for its space. On the sandbox. */
@WithRegistry
class HostPathsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    HostPaths hostPaths;

    @Autowired
    Spaces spaces;

    @Autowired
    Releases releases;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Reports reports;

    private final String number = UUID.randomUUID().toString().substring(0, 8);
    private final String data = "/data-" + number;
    private final Requester ada = new Requester("ada-" + number, "there");
    private final Requester eve = new Requester("eve-" + number, "there");

    @BeforeEach
    void openSpaces() {
        List.of(ada, eve).forEach(person -> {
            transaction.executeWithoutResult(turn -> spaces.provision(person.person(), new Quota(5, 2, 2), person));
            reports.next(
                    SpaceReport.Provisioned.class,
                    SOON,
                    report -> report.space().name().equals(person.person()));
        });
    }

    @Test
    void exactlyWhatWasApprovedIsMountedAndOnlyInTheSpaceForWhichItWas() {
        assertThat(refused(ada, yaml(data))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("templates.policy.host-path");
            assertThat(problem.offers()).startsWith(Offer.ASK_FOR_HOST_PATH);
            assertThat(problem.suggestion()).isEqualTo(data);
        });

        permit(ada, data);

        assertThat(planned(ada, yaml(data))).isInstanceOf(ReleaseReport.Planned.class);
        assertThat(planned(ada, yaml(data + "/"))).isInstanceOf(ReleaseReport.Planned.class);
        for (var other : List.of(data + "/shop", data + "/../etc", data + "-2", "/", "/etc")) {
            assertThat(refused(ada, yaml(other))).as(other).isNotEmpty();
        }
        assertThat(refused(eve, yaml(data))).extracting(Problem::code).containsExactly("templates.policy.host-path");
        assertThat(hostPaths.of(ada.person())).containsExactly(data);
        assertThat(hostPaths.of(eve.person())).isEmpty();
    }

    @Test
    void anImageGetsADirectoryOfTheHostByTheSameRule() {
        var image = new Source.Image("nginx:1.27", null);
        var mounted = new Adjustment.HostDirectory(data, "/srv");

        assertThat(refused(ada, image, mounted)).extracting(Problem::suggestion).containsExactly(data);
        permit(ada, data);
        assertThat(planned(ada, image, mounted)).isInstanceOf(ReleaseReport.Planned.class);
    }

    @Test
    void directoriesThatReadAlikeAreBothMounted() {
        var deep = "/data/" + "deep".repeat(30);
        var mounted = Stream.of("/data/a_b", "/data/a-b", deep + "/a", deep + "/b")
                .<Adjustment>map(path -> new Adjustment.HostDirectory(path, "/mnt" + path))
                .toList();

        var pod = Adjusted.of("shop", FromImage.manifests("shop", new Source.Image("nginx:1.27", null)), mounted)
                .manifests()
                .getFirst()
                .toYaml();

        assertThat(pod.lines().map(String::strip).filter(line -> line.matches("(- )?name: host-data-[a-z0-9-]{1,54}")))
                .hasSize(8);
        assertThat(pod.lines().map(String::strip).filter(line -> line.startsWith("path: /data/")))
                .hasSize(4);
    }

    @Test
    void whatTheMachineNeedsNobodyApproves() {
        for (var path : List.of(
                "/etc",
                "/etc/cron.d",
                "/opt/cni/bin",
                "//var/",
                "/var/run/docker.sock",
                "/var/lib/kubelet/pods",
                "/var/log")) {
            assertThat(codes(path)).as(path).containsExactly("deploy.host-path.of-the-machine");
            assertThatIllegalArgumentException().as(path).isThrownBy(() -> permit(ada, path));
        }
        for (var path : List.of("/", "data", "", "/data/../etc", "/data/.", "/da ta", "/data/$HOME", "~/data")) {
            assertThat(codes(path)).as(path).containsExactly("deploy.host-path.form");
            assertThatIllegalArgumentException().as(path).isThrownBy(() -> permit(ada, path));
        }
    }

    @Test
    void ofTwoNestedDirectoriesOneIsMountedInWhateverSpace() {
        permit(ada, data + "/shop");

        assertThat(codes(data + "/shop")).containsExactly("deploy.host-path.permitted");
        assertThat(codes(data)).containsExactly("deploy.host-path.nested");
        for (var path : List.of(data, data + "/shop/logs")) {
            assertThatIllegalArgumentException().as(path).isThrownBy(() -> permit(eve, path));
        }
        permit(ada, data + "/shop");
        permit(eve, data + "/shop");
        assertThat(hostPaths.check(eve.person(), data + "/shop/logs", List.of()))
                .extracting(Problem::code)
                .containsExactly("deploy.host-path.nested");
        assertThat(hostPaths.check(ada.person(), data + "/beside", List.of())).isEmpty();
        assertThat(hostPaths.check(ada.person(), data + "/asked/for", List.of(data + "/asked")))
                .extracting(Problem::code)
                .containsExactly("deploy.host-path.nested");
        assertThat(hostPaths.normal("//data//shop/")).isEqualTo("/data/shop");
    }

    private List<String> codes(String path) {
        return hostPaths.check(ada.person(), path, List.of()).stream()
                .map(Problem::code)
                .toList();
    }

    private void permit(Requester person, String path) {
        transaction.executeWithoutResult(turn -> hostPaths.permit(person.person(), path, person));
    }

    private List<Problem> refused(Requester person, Source source, Adjustment... adjustments) {
        return ((ReleaseReport.Refused) planned(person, source, adjustments)).problems();
    }

    /** The plan, or why there is none. */
    private ReleaseReport planned(Requester person, Source source, Adjustment... adjustments) {
        var release = UUID.randomUUID().toString();
        var order = new Order("shop", person.person(), source, List.of(adjustments));
        transaction.executeWithoutResult(turn -> releases.plan(release, order, person));
        return reports.next(
                ReleaseReport.class, SOON, report -> report.release().equals(release));
    }

    private static Source yaml(String path) {
        return new Source.Yaml("""
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: shop}
                        spec:
                          selector: {matchLabels: {app: shop}}
                          template:
                            metadata: {labels: {app: shop}}
                            spec:
                              containers:
                              - name: shop
                                image: nginx:1.27
                                volumeMounts: [{name: files, mountPath: /files}]
                              volumes: [{name: files, hostPath: {path: '%s'}}]
                        """.formatted(path), Map.of());
    }
}
