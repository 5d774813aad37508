package io.cosmopilot.bot.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many turns a replica takes a second, beside what pgbench reaches with the same statements on the same server:
 * {@code -Dcosmopilot.load=100,20} (sockets, seconds), both on 50 connections. Then, with {@code -Dcosmopilot.load.idle=5000}, how much memory
 * an idle connected conversation takes.
 */
@EnabledIfSystemProperty(named = "cosmopilot.load", matches = "\\d+,\\d+")
class LoadIT {

    /** The journey's dialogue, as far as nothing has to be waited for, and back to where it began. */
    private static final List<String> DIALOGUE = List.of(
            "hello",
            "apply for a space",
            "kstore",
            "back",
            "kshop",
            "the shop of the spring campaign",
            "help",
            "20Gi",
            "no, call it kmarket",
            "cancel",
            "thanks");

    /** Seconds until the better compiler is through with what turns need. */
    private static final int WARM = 30;

    /** Of what pgbench reaches, on a machine that does nothing else. */
    private static final double LEAST = 0.5;

    private static final double MOST_IDLE_KB = 50;

    @TempDir
    Path directory;

    @Test
    void turnsPerSecondBesidePgbench() throws Exception {
        String[] wanted = System.getProperty("cosmopilot.load").split(",", -1);
        int sockets = Integer.parseInt(wanted[0]);
        int seconds = Integer.parseInt(wanted[1]);
        try (World world = World.one(directory)) {
            world.register(sockets + 1);
            for (int number = 1; number <= sockets; number++) {
                world.token(World.name(number));
            }
            run(world, sockets, Math.max(WARM, seconds), "warming up");
            double reached = run(world, sockets, seconds, "turns");
            double possible = pgbench(world, seconds);
            System.out.printf(
                    "load: %.0f turns/s beside %.0f of pgbench: %.2f%n", reached, possible, reached / possible);
            idle(world);
            assertThat(reached / possible).as("of what pgbench reaches").isGreaterThanOrEqualTo(LEAST);
        }
    }

    private static double run(World world, int sockets, int seconds, String what) throws Exception {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Duration before = world.cpu();
            long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
            List<Future<List<Long>>> talks = new ArrayList<>();
            for (int number = 1; number <= sockets; number++) {
                String name = World.name(number);
                talks.add(people.submit((Callable<List<Long>>) () -> talk(world, name, end)));
            }
            List<Long> nanos = new ArrayList<>();
            for (Future<List<Long>> talk : talks) {
                nanos.addAll(talk.get());
            }
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            double rate = sorted.length / (double) seconds;
            System.out.printf(
                    "load: %s: %d sockets, %.0f turns/s, p50 %.1f ms, p99 %.1f ms, %.2f ms of a processor each%n",
                    what,
                    sockets,
                    rate,
                    sorted[sorted.length / 2] / 1e6,
                    sorted[sorted.length * 99 / 100] / 1e6,
                    world.cpu().minus(before).toNanos() / 1e6 / sorted.length);
            return rate;
        }
    }

    /** One after the other, each as soon as the one before is acknowledged. */
    private static List<Long> talk(World world, String name, long end) throws Exception {
        List<Long> nanos = new ArrayList<>();
        // Before there is a socket: hashing a password takes its time, and a silent socket is closed.
        String token = world.token(name);
        try (Wire wire = Wire.open(world.anyReplica())) {
            wire.send(Map.of("type", "hello", "token", token, "cursor", 0, "locale", "en"));
            for (int turn = 0; System.nanoTime() < end; turn++) {
                String id = UUID.randomUUID().toString();
                long sent = System.nanoTime();
                wire.send(Map.of("type", "say", "id", id, "text", DIALOGUE.get(turn % DIALOGUE.size())));
                acknowledged(wire, id);
                nanos.add(System.nanoTime() - sent);
            }
        }
        return nanos;
    }

    private static void acknowledged(Wire wire, String id) throws Exception {
        JsonNode frame;
        do {
            frame = wire.next(Duration.ofSeconds(30));
            if (frame == null && wire.isBroken()) {
                throw new IllegalStateException("the socket was closed");
            }
            if (frame == null || frame.path("type").asString().equals("error")) {
                throw new IllegalStateException("no acknowledgement but " + frame);
            }
        } while (!frame.path("id").asString("").equals(id));
    }

    private double pgbench(World world, int seconds) throws Exception {
        JdbcClient jdbc = JdbcClient.create(world.database().dataSource());
        jdbc.sql("CREATE TABLE bench AS SELECT row_number() OVER () AS n, id FROM conversations.conversation")
                .update();
        String snapshot = jdbc.sql(
                        "SELECT snapshot::text FROM conversations.conversation ORDER BY length(snapshot::text) DESC LIMIT 1")
                .query(String.class)
                .single();
        String blocks = jdbc.sql("""
                        SELECT blocks::text FROM conversations.transcript WHERE author = 'BOT'
                         ORDER BY abs(length(blocks::text) - (SELECT avg(length(blocks::text)) FROM conversations.transcript WHERE author = 'BOT'))
                         LIMIT 1""").query(String.class).single();
        Path script = directory.resolve("turn.sql");
        Files.writeString(script, Statements.script(snapshot, blocks));
        Process bench = new ProcessBuilder(
                        world.database().binaries().resolve("pgbench").toString(),
                        "-h",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(world.database().port()),
                        "-U",
                        "postgres",
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        String.valueOf(World.CONNECTIONS),
                        "-j",
                        "2",
                        "-T",
                        String.valueOf(seconds),
                        "-f",
                        script.toString(),
                        "postgres")
                .redirectErrorStream(true)
                .start();
        String said = new String(bench.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        bench.waitFor();
        System.out.println(said);
        return said.lines()
                .filter(line -> line.startsWith("tps = "))
                .map(line -> line.split(" ", -1)[2])
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(said));
    }

    private static void idle(World world) throws Exception {
        int wanted = Integer.getInteger("cosmopilot.load.idle", 0);
        if (wanted == 0) {
            return;
        }
        long before = world.liveBytes();
        Wire[] wires = new Wire[wanted];
        for (int i = 0; i < wanted; i++) {
            wires[i] = Wire.open(world.anyReplica());
            wires[i].send(Map.of(
                    "type",
                    "hello",
                    "token",
                    world.token(World.name(1 + i % 50)),
                    "cursor",
                    1_000_000,
                    "locale",
                    "en"));
            wires[i].next(Duration.ofSeconds(30));
        }
        long after = world.liveBytes();
        double each = (after - before) / 1024.0 / wanted;
        System.out.printf("load: %d idle sockets, %.1f KB of heap each%n", wanted, each);
        Arrays.stream(wires).forEach(Wire::close);
        assertThat(each).as("KB of an idle conversation").isLessThan(MOST_IDLE_KB);
    }
}
