package io.cosmopilot.bot.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** How fast tokens are over HTTP, on lines that are kept open, as the clients of registries have them. */
@ExtendWith(RealRegistry.class)
class TokenSpeedIT {

    private static final int LINES = 4;
    private static final int WARM = 1500;
    private static final int ALONE = 300;
    private static final int TOGETHER = 1000;

    private final URI question;
    private final String authorization;

    TokenSpeedIT(Stand stand) {
        var space = stand.name();
        stand.approve(space);
        var both = "wei:" + stand.password("wei");
        authorization = "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        question = URI.create(stand.application + "/registry/token?service=cosmopilot-registry&scope="
                + URLEncoder.encode("repository:" + space + "/shop:pull,push", StandardCharsets.UTF_8));
    }

    @Test
    void tokens_take_milliseconds_and_come_by_the_hundreds() throws Exception {
        together(WARM);

        var times = IntStream.range(0, ALONE).mapToLong(i -> timed()).sorted().toArray();
        long begin = System.nanoTime();
        together(TOGETHER);
        double seconds = (System.nanoTime() - begin) / 1e9;

        System.out.printf(
                "registry tokens over HTTP: median %.2f ms, p95 %.2f ms, p99 %.2f ms alone; %.0f a second on %d lines%n",
                times[ALONE / 2] / 1e6,
                times[ALONE * 95 / 100] / 1e6,
                times[ALONE * 99 / 100] / 1e6,
                TOGETHER / seconds,
                LINES);
        assertThat(times[ALONE / 2]).isLessThan(Duration.ofMillis(30).toNanos());
        assertThat(TOGETHER / seconds).isGreaterThan(80);
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
        try {
            var connection = (HttpURLConnection) question.toURL().openConnection();
            connection.setRequestProperty("Authorization", authorization);
            try (var body = connection.getInputStream()) {
                assertThat(body.readAllBytes()).hasSizeGreaterThan(1000);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
