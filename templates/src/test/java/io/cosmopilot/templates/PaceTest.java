package io.cosmopilot.templates;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static io.cosmopilot.templates.RenderingAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** People wait for this: it has to be done before they notice. */
class PaceTest {

    private static final Map<String, String> VALUES = Map.of("APP_NAME", "shop");
    private static final int WARM_UP = 400;
    private static final int ROUNDS = 100;

    @Test
    void rendersAndChecksTenDocumentsInAFewMilliseconds() {
        var catalogue = Catalogue.shipped();
        var wordpress = catalogue.find("wordpress").orElseThrow();
        var redis = catalogue.find("redis").orElseThrow();
        for (int i = 0; i < WARM_UP; i++) {
            renderTenDocuments(wordpress, redis);
        }
        long best = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            renderTenDocuments(wordpress, redis);
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf("Ten documents rendered and checked in %.2f ms%n", best / 1e6);
        assertThat(best / 1_000_000).isLessThan(5);
    }

    private static void renderTenDocuments(Template seven, Template four) {
        assertThat(seven.render(VALUES)).isRendered();
        assertThat(four.render(VALUES)).isRendered();
    }
}
