package io.cosmopilot.bot.registry;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.cosmopilot.CosmopilotApplication;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.deploy.BuildReport;
import io.cosmopilot.deploy.ImageMembers;
import io.cosmopilot.deploy.Quota;
import io.cosmopilot.deploy.RegistryPasswords;
import io.cosmopilot.deploy.RegistryTokens;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.Spaces;

import static org.awaitility.Awaitility.await;

/** The application, Debian's registry, a Docker engine and a cluster, together; one for all tests. */
final class Stand implements AutoCloseable {

    static final String BUSYBOX = "local/busybox:1";
    static final Duration SOON = Duration.ofSeconds(40);

    final Engine docker;
    final String address;
    final String application;
    final Path builds;
    private final Path directory;
    private final ConfigurableApplicationContext context;
    private final DockerRegistry registry;
    private final List<String> spaces = new CopyOnWriteArrayList<>();
    private final List<BuildReport> reports = new CopyOnWriteArrayList<>();

    Stand() throws Exception {
        int port = DockerRegistry.freePort();
        int web = DockerRegistry.freePort();
        var secret = UUID.randomUUID().toString();
        address = "127.0.0.1:" + port;
        application = "http://127.0.0.1:" + web;
        directory = Files.createTempDirectory("registry-it");
        builds = directory.resolve("builds");
        context = new SpringApplicationBuilder(CosmopilotApplication.class)
                .listeners(this::heard)
                .run(
                        "--server.port=" + web,
                        "--cosmopilot.data=" + Files.createDirectories(directory.resolve("data")),
                        "--cosmopilot.cluster=kubernetes",
                        "--cosmopilot.kubernetes.kubeconfig=" + RealRegistry.kubeconfig(),
                        "--cosmopilot.registry.kind=distribution",
                        "--cosmopilot.registry.address=" + address,
                        "--cosmopilot.registry.events-secret=" + secret,
                        "--cosmopilot.registry.operators=ops",
                        "--cosmopilot.registry.walk=5s",
                        "--db-scheduler.heartbeat-interval=2s",
                        "--db-scheduler.missed-heartbeats-limit=4",
                        "--cosmopilot.builds.enabled=true",
                        "--cosmopilot.builds.directory=" + builds,
                        "--cosmopilot.builds.timeout=25s",
                        "--cosmopilot.builds.docker.host=" + RealRegistry.docker(),
                        "--cosmopilot.builds.docker.largest-log=1MB",
                        "--cosmopilot.builds.bases[java-21]=" + address + "/library/busybox:1",
                        "--cosmopilot.builds.bases[static-nginx]=" + address + "/library/busybox:1");
        registry = DockerRegistry.start(
                directory, port, web, secret, bean(RegistryTokens.class).certificate());
        docker = new Engine(RealRegistry.docker());
        bean(People.class)
                .register(
                        new People.Registration("wei", "Wei", "wei@example.com", "Correct-Horse-1"),
                        Set.of(Person.Role.DEVELOPER));
        var base = address + "/library/busybox";
        docker.tag(BUSYBOX, base, "1");
        var wrong = docker.push(base + ":1", "ops", password("ops"));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("the public catalogue was not filled: " + wrong);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A name that nobody has yet. */
    String name() {
        var space = "img-" + UUID.randomUUID().toString().substring(0, 8);
        spaces.add(space);
        return space;
    }

    /** What follows an agent's approval. */
    void approve(String space) {
        turn(() -> bean(Spaces.class).provision(space, new Quota(1, 1, 1), new Requester("wei", "test")));
        await().atMost(SOON)
                .until(() -> bean(ImageMembers.class).role(space, "wei").isPresent()
                        && bean(Spaces.class).of("wei").stream()
                                .anyMatch(known -> known.name().equals(space)));
    }

    String password(String person) {
        var passwords = bean(RegistryPasswords.class);
        var password = passwords.make();
        passwords.keep(person, password);
        return password;
    }

    /** What was told of a build. */
    List<BuildReport> reports(String build) {
        return reports.stream().filter(report -> report.build().equals(build)).toList();
    }

    private void heard(ApplicationEvent event) {
        if (event instanceof PayloadApplicationEvent<?> told && told.getPayload() instanceof BuildReport report) {
            reports.add(report);
        }
    }

    void turn(Runnable work) {
        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> work.run());
    }

    @Override
    public void close() throws IOException {
        var namespaces = bean(KubernetesClient.class).namespaces();
        spaces.forEach(space -> namespaces.withName(space).delete());
        docker.close();
        registry.close();
        context.close();
        Files.walkFileTree(directory, new Sweeping());
    }

    private static final class Sweeping extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            file.toFile().delete();
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed) {
            visited.toFile().delete();
            return FileVisitResult.CONTINUE;
        }
    }
}
