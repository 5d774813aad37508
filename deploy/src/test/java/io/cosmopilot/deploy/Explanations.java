package io.cosmopilot.deploy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a person is told about each component of applications, and how long after the cluster showed it. */
final class Explanations {

    private static final Duration AT_MOST = Duration.ofSeconds(20);
    private static final Set<String> EVIDENT =
            Set.of("CrashLoopBackOff", "CreateContainerConfigError", "InvalidImageName", "ErrImagePull");

    private final Tenant tenant;
    private final List<String> applications;
    private final Map<String, Problem> told = new ConcurrentHashMap<>();
    private final Map<String, Instant> shown = new ConcurrentHashMap<>();
    private final Map<String, Instant> since = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Instant>> states = new ConcurrentHashMap<>();

    private Explanations(Tenant tenant, List<String> applications) {
        this.tenant = tenant;
        this.applications = applications;
    }

    /** All of them are looked at while one is waited for: none is told later than it was. */
    static Explanations of(Tenant tenant, String... applications) {
        return new Explanations(tenant, List.of(applications));
    }

    Told expect(String component, String code, String... arguments) {
        var wanted = "deploy.evidence." + code;
        await().atMost(Tenant.A_WHILE).pollInterval(Duration.ofMillis(100)).until(() -> {
            look();
            return Optional.ofNullable(told.get(component))
                    .filter(problem -> problem.code().equals(wanted))
                    .isPresent();
        });
        var problem = Optional.ofNullable(told.get(component)).orElseThrow();
        assertThat(problem.arguments()).containsExactly(arguments);
        assertThat(problem.offers()).isNotEmpty();
        return new Told(
                problem,
                Duration.between(evidence(component), since.get(component)),
                states.getOrDefault(component, Map.of()));
    }

    private void look() {
        watch();
        applications.stream()
                .flatMap(application ->
                        tenant.applications().find(tenant.person().person(), application).stream())
                .flatMap(status -> status.problems().stream())
                .filter(problem -> problem.component() != null)
                .forEach(problem -> {
                    told.put(problem.component(), problem);
                    since.putIfAbsent(problem.component(), Instant.now());
                });
    }

    /** When the cluster was first seen to show it in the state of a pod, else when it first warned of it. */
    private Instant evidence(String component) {
        return Optional.ofNullable(shown.get(component))
                .or(() -> warnings(component).min(Instant::compareTo))
                .orElseThrow();
    }

    private Stream<Instant> warnings(String component) {
        return tenant
                .client()
                .v1()
                .events()
                .inNamespace(tenant.space())
                .withField("type", "Warning")
                .list()
                .getItems()
                .stream()
                .filter(event -> (event.getInvolvedObject().getName() + "-").startsWith(component + "-"))
                .map(Explanations::first)
                .map(Instant::parse);
    }

    private void watch() {
        tenant.client().pods().inNamespace(tenant.space()).list().getItems().forEach(pod -> {
            var component = pod.getMetadata().getLabels().get("app");
            pod.getStatus()
                    .getContainerStatuses()
                    .forEach(status -> states.computeIfAbsent(
                                    component, ignored -> Collections.synchronizedMap(new LinkedHashMap<>()))
                            .putIfAbsent(words(status), Instant.now()));
            pod.getStatus().getContainerStatuses().stream()
                    .flatMap(status -> Stream.ofNullable(status.getState().getWaiting()))
                    .filter(waiting -> EVIDENT.contains(waiting.getReason()))
                    .forEach(waiting -> shown.putIfAbsent(component, Instant.now()));
        });
    }

    private static String words(ContainerStatus status) {
        return "%d restarts, %s, before %s"
                .formatted(status.getRestartCount(), words(status.getState()), words(status.getLastState()));
    }

    private static String words(ContainerState state) {
        if (state.getWaiting() != null) {
            return state.getWaiting().getReason();
        }
        return state.getTerminated() == null
                ? state.getRunning() == null ? "-" : "running"
                : state.getTerminated().getReason() + " "
                        + state.getTerminated().getExitCode();
    }

    private static String first(Event event) {
        return event.getFirstTimestamp() == null ? event.getEventTime().getTime() : event.getFirstTimestamp();
    }

    /** What was told, how long after the evidence, and when the container was first seen in which state. */
    record Told(Problem problem, Duration took, Map<String, Instant> states) {

        Told suggests(String value) {
            assertThat(problem.suggestion()).isEqualTo(value);
            return this;
        }

        void soon() {
            System.out.printf(
                    "%-16s explained %.1f s after its evidence%n", problem.component(), took.toMillis() / 1000.0);
            assertThat(took).as("%s", states).isLessThan(AT_MOST);
        }
    }
}
