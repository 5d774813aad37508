package io.cosmopilot.bot.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two replicas of the application, each a process, on one PostgreSQL and one sandbox cluster. People go from a space to
 * an open domain while the replicas are killed at random, and PostgreSQL too. At the end each conversation has exactly
 * the messages of one that nobody disturbed, and everything was made once.
 *
 * <p>Run on demand, it wants a machine for itself: {@code -Dcosmopilot.chaos=4,1,1} or {@code 100,20,3} (conversations,
 * kills of each replica, kills of PostgreSQL), {@code -Dcosmopilot.chaos.seed=…}.
 */
@EnabledIfSystemProperty(named = "cosmopilot.chaos", matches = "\\d+,\\d+,\\d+")
class ChaosIT {

    private static final String SMALL = "4,1,1";
    private static final Duration PATIENCE = Duration.ofHours(1);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final int[] size = size();
    private final long seed = Long.getLong("cosmopilot.chaos.seed", System.nanoTime());

    @Test
    void nothingIsLostAndNothingIsDoneTwice() throws Exception {
        System.out.printf(
                "chaos: %d conversations, %d kills of each replica, %d of PostgreSQL, seed %d%n",
                size[0], size[1], size[2], seed);
        Instant begun = Instant.now();
        try (World world = World.build(directory);
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            world.register(size[0] + 1);
            Instant up = Instant.now();
            new Journey(world, 0).go();
            Instant disturbed = Instant.now();
            List<Future<Integer>> journeys = new ArrayList<>();
            for (int number = 1; number <= size[0]; number++) {
                Journey journey = new Journey(world, number);
                // They come one after the other, so that somebody is talking at each of the kills.
                int after = (number - 1) * (2 * size[1] + size[2]) / size[0];
                journeys.add(people.submit((Callable<Integer>) () -> {
                    world.awaitKills(after);
                    return journey.go();
                }));
            }
            List<Future<Integer>> killers = List.of(
                    people.submit(orNobodyGoesOn(people, () -> world.killReplica(0, size[1], new Random(seed)))),
                    people.submit(orNobodyGoesOn(people, () -> world.killReplica(1, size[1], new Random(seed + 1)))),
                    people.submit(orNobodyGoesOn(people, () -> world.killDatabase(size[2], new Random(seed + 2)))));
            int repeated = 0;
            int done = 0;
            for (Future<Integer> journey : journeys) {
                repeated += journey.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                done++;
                if (done % 10 == 0) {
                    System.out.printf("chaos: %d people are done after %d kills%n", done, world.kills());
                }
            }
            List<Integer> kills = new ArrayList<>();
            for (Future<Integer> killer : killers) {
                kills.add(killer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            }
            System.out.printf(
                    "chaos: kills %s, %d frames repeated; %d s to start, %d s undisturbed, %d s disturbed%n",
                    kills,
                    repeated,
                    Duration.between(begun, up).toSeconds(),
                    Duration.between(up, disturbed).toSeconds(),
                    Duration.between(disturbed, Instant.now()).toSeconds());
            assertOnce(world);
        }
    }

    /** Where somebody stops killing because of a fault, the people would wait for ever for the next kill. */
    private static Callable<Integer> orNobodyGoesOn(ExecutorService people, Callable<Integer> killer) {
        return () -> {
            try {
                return killer.call();
            } catch (Exception e) {
                System.out.println("chaos: nobody kills any more: " + e);
                people.shutdownNow();
                throw e;
            }
        };
    }

    private void assertOnce(World world) {
        Ledger ledger = new Ledger(world.database().dataSource());
        List<String> undisturbed = ledger.transcript(World.name(0));
        for (int number = 1; number <= size[0]; number++) {
            assertThat(ledger.transcript(World.name(number)))
                    .as("what was said to %s", World.name(number))
                    .containsExactlyElementsOf(undisturbed);
        }
        Map<String, Integer> made = new LinkedHashMap<>(ledger.made());
        made.put("deployments in the cluster", world.deployments());
        made.put("ingresses in the cluster", world.ingresses());
        System.out.printf("chaos: %d messages in each conversation; made: %s%n", undisturbed.size(), made);
        assertThat(made)
                .allSatisfy((what, number) -> assertThat(number).as(what).isEqualTo(size[0] + 1));
    }

    private static int[] size() {
        String[] parts = System.getProperty("cosmopilot.chaos", SMALL).split(",", -1);
        return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])};
    }
}
