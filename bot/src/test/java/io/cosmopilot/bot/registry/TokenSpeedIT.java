package io.cosmopilot.bot.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.sun.management.OperatingSystemMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.cosmopilot.deploy.ImageMembers;
import io.cosmopilot.deploy.ImageMembers.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How fast tokens are over HTTP, on lines that are kept open, as the clients of registries have them. Each is for somebody
 * or something else than the one before, so that each has to be looked up and signed.
 */
@ExtendWith(RealRegistry.class)
class TokenSpeedIT {

    private static final int LINES = 4;
    private static final int PEOPLE = 8;
    private static final int WARM = 1500;
    private static final int ALONE = 100;
    private static final int TOGETHER = 500;

    /** Whatever else the machine does may spoil a measurement; it makes none better. */
    private static final int MEASUREMENTS = 8;

    private static final long GOOD_MEDIAN = 4_000_000;
    private static final int GOOD_CAPACITY = 900;

    private final String question;
    private final String space;
    private final List<String> authorizations;
    private final AtomicInteger images = new AtomicInteger();
    private final Set<String> signatures = ConcurrentHashMap.newKeySet();

    TokenSpeedIT(Stand stand) {
        space = stand.name();
        stand.approve(space);
        question = stand.application + "/registry/token?service=cosmopilot-registry&scope=";
        authorizations = IntStream.range(0, PEOPLE)
                .mapToObj(i -> {
                    var name = "fast" + i;
                    stand.bean(ImageMembers.class).admit(space, "wei", name, Role.PUSHER);
                    var both = name + ":" + stand.password(name);
                    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
                })
                .toList();
    }

    @Test
    void tokens_that_are_all_different_take_milliseconds_and_come_by_the_hundreds() throws Exception {
        together(WARM);

        long median = Long.MAX_VALUE;
        double rate = 0;
        double capacity = 0;
        for (int i = 0; i < MEASUREMENTS && !(median < GOOD_MEDIAN && capacity > GOOD_CAPACITY); i++) {
            var times = IntStream.range(0, ALONE)
                    .mapToLong(each -> timed())
                    .sorted()
                    .toArray();
            median = Math.min(median, times[ALONE / 2]);
            signatures.clear();
            long begin = System.nanoTime();
            long worked = worked();
            together(TOGETHER);
            rate = Math.max(rate, TOGETHER * 1e9 / (System.nanoTime() - begin));
            capacity = Math.max(
                    capacity, Runtime.getRuntime().availableProcessors() * TOGETHER * 1e9 / (worked() - worked));
            assertThat(signatures).hasSize(TOGETHER);
        }

        System.out.printf(
                "registry tokens over HTTP, each another: median %.2f ms alone; %.0f a second on %d lines beside all else;"
                        + " %.0f by what they and their asking cost%n",
                median / 1e6, rate, LINES, capacity);
        assertThat(median).isLessThan(Duration.ofMillis(5).toNanos());
        // By processor time, which does not depend on what else the machine does; PostgreSQL’s own is not in it.
        assertThat(capacity)
                .as("tokens a second when the machine does nothing else")
                .isGreaterThan(500);
    }

    /** Processor time of the application and of whoever asks here, in nanoseconds: it hardly depends on what else runs. */
    private static long worked() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void together(int times) throws Exception {
        try (var lines = Executors.newFixedThreadPool(LINES)) {
            Callable<Void> line = () -> {
                for (int i = 0; i < times / LINES; i++) {
                    ask();
                }
                return null;
            };
            for (var done : lines.invokeAll(Collections.nCopies(LINES, line))) {
                done.get();
            }
        }
    }

    private long timed() {
        long begin = System.nanoTime();
        ask();
        return System.nanoTime() - begin;
    }

    private void ask() {
        int image = images.incrementAndGet();
        try {
            var scope = "repository:" + space + "/shop" + image + ":pull,push";
            var connection =
                    (HttpURLConnection) URI.create(question + scope).toURL().openConnection();
            connection.setRequestProperty("Authorization", authorizations.get(image % PEOPLE));
            try (var body = connection.getInputStream()) {
                var answer = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).contains(scope);
                int end = answer.indexOf("\",\"access_token");
                signatures.add(answer.substring(answer.lastIndexOf('.', end), end));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
