package io.cosmopilot.bot.chaos;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.cosmopilot.deploy.sandbox.Sandbox;
import io.cosmopilot.deploy.sandbox.SandboxSettings;

/** PostgreSQL, a cluster and two replicas, and what happens to them. */
final class World implements AutoCloseable {

    /** To PostgreSQL, of each replica. */
    static final int CONNECTIONS = 50;

    private static final Duration KEPT = Duration.ofMinutes(5);

    private static final List<String> OPERATED = List.of("-XX:+UseSerialGC", "-Xmx512m");

    /** Of one that is killed before the better compiler would be worth its while. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m");

    private static final String PASSWORD = "Correct-Horse-1";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final DatabaseServer database;
    private final Sandbox cluster;
    private final List<Replica> replicas;
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger databaseKills = new AtomicInteger();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private World(DatabaseServer database, Sandbox cluster, List<Replica> replicas) {
        this.database = database;
        this.cluster = cluster;
        this.replicas = replicas;
    }

    /** One replica and a durable database, as they are operated. */
    static World one(Path directory) throws Exception {
        return build(directory, DatabaseServer.durable(directory), List.of("one"), "30000", OPERATED);
    }

    static World build(Path directory) throws Exception {
        // A database that is away shall be noticed soon.
        return build(directory, DatabaseServer.start(directory), List.of("one", "two"), "3000", SHORT_LIVED);
    }

    private static World build(
            Path directory, DatabaseServer database, List<String> names, String patience, List<String> options)
            throws Exception {
        Sandbox cluster = Sandbox.start(SandboxSettings.forTests(directory.resolve("cluster")));
        Map<String, String> environment = environment(directory, database, cluster);
        environment.put("SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", patience);
        List<Replica> replicas = new ArrayList<>();
        World world = new World(database, cluster, replicas);
        try {
            for (String name : names) {
                Replica replica = new Replica(directory.resolve(name), environment, options);
                replicas.add(replica);
                replica.start();
            }
            // All at once: one of them migrates the database, the others wait for that.
            for (Replica replica : replicas) {
                world.awaitReady(replica);
            }
            return world;
        } catch (Exception e) {
            world.close();
            throw e;
        }
    }

    private static Map<String, String> environment(Path directory, DatabaseServer database, Sandbox cluster)
            throws Exception {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SPRING_DATASOURCE_URL", database.url());
        environment.put("SPRING_DATASOURCE_USERNAME", "postgres");
        environment.put("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", String.valueOf(CONNECTIONS));
        environment.put("COSMOPILOT_CLUSTER", "kubernetes");
        environment.put("COSMOPILOT_KUBERNETES_KUBECONFIG", kubeconfig(directory, cluster.clientConfig()));
        environment.put("COSMOPILOT_INGRESS_ADDRESS", "127.0.0.1:" + cluster.ingressPort());
        environment.put("COSMOPILOT_APPROVALS_ATONCEUPTO_STORAGEGI", "20");
        environment.put("COSMOPILOT_APPROVALS_ATONCEUPTO_CPU", "4");
        environment.put("COSMOPILOT_APPROVALS_ATONCEUPTO_MEMORYGI", "8");
        // What a dead replica held is taken over soon.
        environment.put("DBSCHEDULER_HEARTBEATINTERVAL", "2s");
        environment.put("DBSCHEDULER_MISSEDHEARTBEATSLIMIT", "4");
        environment.put("SPRING_MODULITH_EVENTS_STALENESS_CHECKINTERVAL", "2s");
        environment.put("SPRING_MODULITH_EVENTS_STALENESS_PUBLISHED", "5s");
        environment.put("SPRING_MODULITH_EVENTS_STALENESS_PROCESSING", "10s");
        environment.put("SPRING_MODULITH_EVENTS_STALENESS_RESUBMITTED", "10s");
        return environment;
    }

    private static String kubeconfig(Path directory, Config config) throws Exception {
        return Files.writeString(
                        directory.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: sandbox
                contexts: [{name: sandbox, context: {cluster: sandbox, user: bot, namespace: default}}]
                clusters: [{name: sandbox, cluster: {server: "%s"}}]
                users: [{name: bot, user: {token: "%s"}}]
                """.formatted(config.getMasterUrl(), config.getOauthToken()))
                .toString();
    }

    DatabaseServer database() {
        return database;
    }

    static String name(int number) {
        return "p%03d".formatted(number);
    }

    /** One registers as people do; the others get the same password. */
    void register(int number) throws Exception {
        Map<String, String> first = Map.of(
                "username",
                name(0),
                "displayName",
                "Somebody",
                "email",
                name(0) + "@example.com",
                "password",
                PASSWORD);
        HttpResponse<String> answer = post("/api/accounts", first);
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
        JdbcClient.create(database.dataSource())
                .sql("""
                        INSERT INTO conversations.person
                        SELECT 'p' || lpad(n::text, 3, '0'), display_name, 'p' || n || '@example.org', password, roles,
                               language, registered_at
                          FROM conversations.person, generate_series(1, :number) AS n""")
                .param("number", number - 1)
                .update();
    }

    /** Kept for half of the time that it is good for. */
    String token(String person) {
        Token kept = tokens.get(person);
        if (kept == null || Instant.now().isAfter(kept.until())) {
            kept = new Token(fetched(person), Instant.now().plus(KEPT));
            tokens.put(person, kept);
        }
        return kept.value();
    }

    private String fetched(String person) {
        while (true) {
            try {
                HttpResponse<String> answer = post("/api/tokens", Map.of("username", person, "password", PASSWORD));
                if (answer.statusCode() == 200) {
                    return Wire.JSON.readTree(answer.body()).path("token").asString();
                }
                Thread.sleep(Duration.ofMillis(500));
            } catch (java.io.IOException e) {
                pause();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private record Token(String value, Instant until) {}

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> post(String path, Object body) throws java.io.IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + anyReplica() + path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Wire.JSON.writeValueAsString(body)))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    int anyReplica() {
        return replicas.get(ThreadLocalRandom.current().nextInt(replicas.size()))
                .port();
    }

    int kills() {
        return kills.get();
    }

    void awaitKills(int number) throws InterruptedException {
        while (kills.get() < number) {
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    /** Kills it at random moments and starts it again, until it was killed so often and the people are done. */
    int killReplica(int index, int times, Random random) throws Exception {
        Replica replica = replicas.get(index);
        for (int kill = 0; kill < times; kill++) {
            Thread.sleep(Duration.ofMillis(random.nextInt(500, 5_000)));
            replica.kill();
            kills.incrementAndGet();
            replica.start();
            // The last time nobody waits for it: the people go on with the other one.
            if (kill + 1 < times) {
                awaitReady(replica);
            }
        }
        return times;
    }

    /** Whoever runs processes starts them again: one ends when its database is killed in the middle of its start. */
    private void awaitReady(Replica replica) throws Exception {
        int before = databaseKills.get();
        while (!replica.becomesReady()) {
            int now = databaseKills.get();
            if (now == before) {
                throw new IllegalStateException("ended by itself; see " + replica.log());
            }
            before = now;
            replica.start();
        }
    }

    int killDatabase(int times, Random random) throws Exception {
        for (int kill = 0; kill < times; kill++) {
            Thread.sleep(Duration.ofMillis(random.nextInt(1_000, 8_000)));
            databaseKills.incrementAndGet();
            database.kill();
            kills.incrementAndGet();
            Thread.sleep(Duration.ofMillis(random.nextInt(100, 1_500)));
            database.start();
        }
        return times;
    }

    /** What the first replica has cost of the processors. */
    Duration cpu() {
        return replicas.getFirst().cpu();
    }

    /** What lives on the heap of the first replica, garbage collected. */
    long liveBytes() throws Exception {
        return replicas.getFirst().liveBytes();
    }

    int deployments() {
        try (KubernetesClient client = client()) {
            return client.apps()
                    .deployments()
                    .inAnyNamespace()
                    .list()
                    .getItems()
                    .size();
        }
    }

    int ingresses() {
        try (KubernetesClient client = client()) {
            return client.network()
                    .v1()
                    .ingresses()
                    .inAnyNamespace()
                    .list()
                    .getItems()
                    .size();
        }
    }

    private KubernetesClient client() {
        return new KubernetesClientBuilder().withConfig(cluster.clientConfig()).build();
    }

    @Override
    public void close() {
        for (Replica replica : replicas) {
            replica.close();
        }
        cluster.close();
        database.close();
    }
}
