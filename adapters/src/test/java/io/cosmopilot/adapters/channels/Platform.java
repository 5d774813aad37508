package io.cosmopilot.adapters.channels;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.cosmopilot.deploy.Application;
import io.cosmopilot.deploy.Applications;
import io.cosmopilot.deploy.Belongings;
import io.cosmopilot.deploy.Component;
import io.cosmopilot.deploy.Health;
import io.cosmopilot.deploy.Order;
import io.cosmopilot.deploy.Quota;
import io.cosmopilot.deploy.Release;
import io.cosmopilot.deploy.ReleaseReport;
import io.cosmopilot.deploy.Releases;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.Space;
import io.cosmopilot.deploy.SpaceReport;
import io.cosmopilot.deploy.Spaces;

/** The deployment core as far as a space and an application in it go; it is done when the test says so. */
final class Platform implements Spaces, Releases {

    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Map<String, Space> spaces = new ConcurrentHashMap<>();
    private final Map<String, Application> applications = new ConcurrentHashMap<>();
    private volatile Requester requester = new Requester("", "");
    private volatile String release = "";
    private volatile String application = "";

    /** What was asked for, in order, such as {@code provision kstore 10 GiB for wei}. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    SpaceReport provisioned() {
        return new SpaceReport.Provisioned(
                id(), requester, spaces.values().iterator().next());
    }

    ReleaseReport planned() {
        return new ReleaseReport.Planned(
                id(),
                requester,
                release,
                application,
                new ReleaseReport.Plan(
                        List.of(new ReleaseReport.Change(
                                "Deployment", application, ReleaseReport.Action.CREATED, List.of())),
                        List.of(),
                        List.of()));
    }

    ReleaseReport progressed() {
        return new ReleaseReport.Progressed(
                id(), requester, release, application, List.of(part(Health.PROGRESSING, 1)), List.of());
    }

    ReleaseReport healthy() {
        Application running = new Application(
                application,
                "kstore",
                "nginx",
                Health.HEALTHY,
                List.of(part(Health.HEALTHY, 2)),
                List.of(80),
                List.of(application + ".kstore:80"),
                0,
                List.of());
        applications.put(application, running);
        return new ReleaseReport.Healthy(id(), requester, release, running);
    }

    private Component part(Health health, int ready) {
        return new Component("Deployment", application, health, ready, 2, "nginx:1.27-alpine");
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void provision(String name, Quota quota, Requester whom) {
        commands.add("provision %s %d GiB for %s".formatted(name, quota.storageGi(), whom.person()));
        requester = whom;
        spaces.put(name, new Space(name, whom.person(), quota));
    }

    @Override
    public void plan(String planned, Order order, Requester whom) {
        commands.add("plan %s in %s for %s".formatted(order.application(), order.space(), whom.person()));
        release = planned;
        application = order.application();
        requester = whom;
    }

    @Override
    public void apply(String planned, Requester whom) {
        commands.add("apply %s for %s".formatted(application, whom.person()));
        requester = whom;
    }

    @Override
    public boolean cancel(String cancelled, Requester whom) {
        return true;
    }

    @Override
    public boolean taken(String name) {
        return spaces.containsKey(name);
    }

    @Override
    public void repair(String name) {}

    @Override
    public List<Space> of(String person) {
        return spaces.values().stream()
                .filter(space -> space.owner().equals(person))
                .toList();
    }

    @Override
    public Optional<Space> find(String name) {
        return Optional.ofNullable(spaces.get(name));
    }

    @Override
    public String imagePrefix(String space) {
        return "registry.example.com/" + space + "/";
    }

    @Override
    public List<Release> history(String space, String name) {
        return List.of();
    }

    @Override
    public Optional<Release> latest(String person) {
        return Optional.empty();
    }

    Belongings belongings() {
        return person -> of(person).stream()
                .flatMap(space -> applications.isEmpty()
                        ? Stream.of(new Belongings.Belonging(space.name(), null))
                        : applications.keySet().stream().map(name -> new Belongings.Belonging(space.name(), name)))
                .toList();
    }

    Applications applications() {
        return new Applications() {
            @Override
            public List<Application> of(String person) {
                return List.copyOf(applications.values());
            }

            @Override
            public Optional<Application> find(String person, String name) {
                return Optional.ofNullable(applications.get(name));
            }

            @Override
            public boolean taken(String space, String name) {
                return applications.containsKey(name);
            }
        };
    }
}
