package io.cosmopilot.conversations.dialogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.Application;
import io.cosmopilot.deploy.Applications;
import io.cosmopilot.deploy.Belongings;
import io.cosmopilot.deploy.Belongings.Belonging;
import io.cosmopilot.deploy.Component;
import io.cosmopilot.deploy.Configurations;
import io.cosmopilot.deploy.DomainReport;
import io.cosmopilot.deploy.Domains;
import io.cosmopilot.deploy.ErrandReport;
import io.cosmopilot.deploy.Health;
import io.cosmopilot.deploy.HostPaths;
import io.cosmopilot.deploy.L4Service;
import io.cosmopilot.deploy.L4Services;
import io.cosmopilot.deploy.Order;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Quota;
import io.cosmopilot.deploy.Release;
import io.cosmopilot.deploy.ReleaseReport;
import io.cosmopilot.deploy.Releases;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.Source;
import io.cosmopilot.deploy.Space;
import io.cosmopilot.deploy.SpaceReport;
import io.cosmopilot.deploy.Spaces;
import io.cosmopilot.deploy.Volumes;

/** The deployment core as a conversation sees it: remembers what was asked, reports when the test says so. */
final class Platform implements Spaces, Releases, Domains {

    private final Map<String, Space> spaces = new LinkedHashMap<>();
    private final Map<String, Application> applications = new LinkedHashMap<>();
    private final List<String> commands = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Release> history = new ArrayList<>();
    private final MadeUpStorage storage = new MadeUpStorage(commands, whom -> requester = whom);
    private final MadeUpHostPaths hostPaths = new MadeUpHostPaths(commands);
    private Requester requester = new Requester("", "");
    private String release = "";
    private String garbled = "";
    private boolean broken;
    private int asked;

    /** What was asked for, such as {@code apply blog}, in order. */
    List<String> commands() {
        return commands;
    }

    Order order() {
        return orders.getLast();
    }

    /** How often PostgreSQL would have been asked for spaces, applications and names since this was asked. */
    int asked() {
        int times = asked;
        asked = 0;
        return times;
    }

    void grant(String person, String space) {
        spaces.put(space, new Space(space, person, new Quota(20, 4, 8)));
    }

    /** The cluster has these kinds of storage to choose among. */
    void stores(String... storageClasses) {
        storage.has(storageClasses);
    }

    /** The application has a volume of its own. */
    void keepsData(String application) {
        storage.partOf(application);
    }

    void runs(String name) {
        applications.put(name, application(name));
    }

    /** As {@link #runs}, and it was released so often, first with the image nginx:1.1. */
    void released(String name, int times) {
        runs(name);
        for (int number = 1; number <= times; number++) {
            history.add(0, release(name, number, number == times));
        }
    }

    /** As {@link #runs}, and it was deployed from this template of the catalogue. */
    void releasedFrom(String template, String name) {
        runs(name);
        history.add(0, release(name, 1, true, template));
    }

    private static Release release(String name, int number, boolean current) {
        return release(name, number, current, "image");
    }

    private static Release release(String name, int number, boolean current, String template) {
        return new Release(
                "r" + number,
                name,
                "kstore",
                number,
                Instant.EPOCH,
                "wei",
                template,
                Map.of(),
                Release.State.HEALTHY,
                current,
                List.of("nginx:1." + number),
                new Source.Image("nginx:1." + number, 80),
                List.of());
    }

    /** The report that the test's script names. */
    Object report(String what) {
        String id = what.equals("mended") ? garbled : UUID.randomUUID().toString();
        String name = orders.isEmpty() ? "" : order().application();
        return switch (what) {
            case "planned" ->
                new ReleaseReport.Planned(
                        id,
                        requester,
                        release,
                        name,
                        new ReleaseReport.Plan(
                                List.of(new ReleaseReport.Change(
                                        "Deployment", name, ReleaseReport.Action.CREATED, List.of())),
                                List.of(),
                                List.of(new ReleaseReport.QuotaLine("requests.cpu", "500m", "0", "4"))));
            case "refused" ->
                new ReleaseReport.Refused(id, requester, release, name, List.of(Problem.of("conversations.thanks")));
            case "no host path" ->
                new ReleaseReport.Refused(
                        id,
                        requester,
                        release,
                        name,
                        List.of(new Problem(
                                        "templates.policy.host-path",
                                        List.of("files", "/data"),
                                        null,
                                        List.of(Problem.Offer.ASK_FOR_HOST_PATH, Problem.Offer.EDIT),
                                        List.of())
                                .suggesting("/data")));
            case "progressed" ->
                new ReleaseReport.Progressed(
                        id, requester, release, name, List.of(component(name, Health.PROGRESSING, 0)), List.of());
            case "failed" -> failed(id, name, "conversations.thanks");
            // A report that cannot be told, and the same one once it can.
            case "garbled" -> {
                garbled = id;
                yield failed(id, name, "no.such.message");
            }
            case "mended" -> failed(id, name, "conversations.thanks");
            case "healthy" -> {
                runs(name);
                yield new ReleaseReport.Healthy(id, requester, release, application(name));
            }
            case "stopped" ->
                new ReleaseReport.Healthy(
                        id,
                        requester,
                        release,
                        new Application(
                                name,
                                "kstore",
                                "image",
                                Health.STOPPED,
                                List.of(),
                                List.of(),
                                List.of(),
                                0,
                                List.of()));
            case "removed" -> {
                applications.remove(name);
                yield new ReleaseReport.Removed(id, requester, release, name);
            }
            case "serving" ->
                new DomainReport.Serving(id, requester, "claim", "blog", "http://blog.apps.localhost", 200, "My blog");
            case "done" -> new ErrandReport.Done(id, requester, "kstore", "data");
            case "denied" ->
                new ErrandReport.Refused(id, requester, "kstore", "data", List.of(Problem.of("conversations.thanks")));
            case "provisioned" ->
                new SpaceReport.Provisioned(
                        id, requester, spaces.values().iterator().next());
            default -> throw new IllegalArgumentException(what);
        };
    }

    private ReleaseReport.Failed failed(String id, String name, String why) {
        return new ReleaseReport.Failed(
                id, requester, release, name, List.of(component(name, Health.FAILED, 0)), List.of(Problem.of(why)));
    }

    private static Application application(String name) {
        return new Application(
                name,
                "kstore",
                "wordpress",
                Health.HEALTHY,
                List.of(component(name, Health.HEALTHY, 1)),
                name.equals("gate") ? List.of(80, 9090) : List.of(80),
                List.of(name + ".kstore:80"),
                0,
                List.of());
    }

    private static Component component(String name, Health health, int ready) {
        return new Component("Deployment", name, health, ready, 1, "nginx:1.27");
    }

    /** From now on looking for spaces fails, also for their names, until it is mended. */
    void broken(boolean now) {
        broken = now;
    }

    @Override
    public boolean taken(String name) {
        asked++;
        return spaces.containsKey(name);
    }

    @Override
    public void provision(String name, Quota quota, Requester whom) {
        commands.add("provision " + name + " " + quota.storageGi());
        requester = whom;
        spaces.put(name, new Space(name, whom.person(), quota));
    }

    @Override
    public List<Space> of(String person) {
        asked++;
        if (broken) {
            throw new IllegalStateException("broken");
        }
        return spaces.values().stream()
                .filter(space -> space.owner().equals(person))
                .toList();
    }

    @Override
    public Optional<Space> find(String name) {
        asked++;
        return Optional.ofNullable(spaces.get(name));
    }

    @Override
    public void repair(String name) {}

    @Override
    public String imagePrefix(String space) {
        return "registry.example.com/" + space + "/";
    }

    @Override
    public void plan(String id, Order order, Requester whom) {
        commands.add("plan " + order.application());
        orders.add(order);
        release = id;
        requester = whom;
    }

    @Override
    public void apply(String id, Requester whom) {
        commands.add("apply " + order().application());
        requester = whom;
    }

    @Override
    public boolean cancel(String id, Requester whom) {
        commands.add("cancel " + (orders.isEmpty() ? id : order().application()));
        return true;
    }

    @Override
    public Optional<String> propose(String application, String space) {
        return Optional.of(application + ".apps.localhost");
    }

    @Override
    public List<Problem> check(String person, List<String> hosts, List<String> paths) {
        return hosts.contains("taken.apps.localhost") ? List.of(Problem.of("conversations.thanks")) : List.of();
    }

    @Override
    public void claim(
            String id,
            String application,
            String space,
            int port,
            List<String> hosts,
            List<String> paths,
            Requester whom) {
        commands.add("claim " + application + " " + hosts + " " + paths + " " + port);
        requester = whom;
    }

    @Override
    public List<Release> history(String space, String application) {
        asked++;
        return history.stream()
                .filter(known -> known.application().equals(application))
                .toList();
    }

    @Override
    public Optional<Release> latest(String person) {
        return history.stream().findFirst();
    }

    /** The volumes of kstore. */
    Volumes volumes() {
        return storage.volumes();
    }

    /** The host directories that were approved. */
    HostPaths hostPaths() {
        return hostPaths;
    }

    Configurations configurations() {
        return storage.configurations();
    }

    L4Services services() {
        return (person, application) -> application.equals("gate")
                ? List.of(service("gate", application), service("gate-admin", application))
                : List.of(service(application, application));
    }

    private static L4Service service(String name, String application) {
        return new L4Service(
                name,
                "ClusterIP",
                List.of(new Adjustment.Port(80, 8080, null)),
                Map.of("app", application),
                List.of(application + "-1", application + "-2"));
    }

    Belongings belongings() {
        return person -> {
            asked++;
            if (broken) {
                throw new IllegalStateException("broken");
            }
            return Stream.concat(
                            spaces.values().stream()
                                    .filter(space -> space.owner().equals(person))
                                    .map(space -> new Belonging(space.name(), null)),
                            applications.keySet().stream().map(name -> new Belonging("kstore", name)))
                    .toList();
        };
    }

    /** What runs. */
    Applications running() {
        return new Running();
    }

    private final class Running implements Applications {

        @Override
        public List<Application> of(String person) {
            asked++;
            return List.copyOf(applications.values());
        }

        @Override
        public Optional<Application> find(String person, String name) {
            asked++;
            return Optional.ofNullable(applications.get(name));
        }

        @Override
        public boolean taken(String space, String name) {
            asked++;
            return applications.containsKey(name);
        }
    }
}
