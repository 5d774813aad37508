package io.cosmopilot.deploy;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What does not run is explained by what the real cluster shows of it. */
@OnRealCluster
class ExplainedIT {

    @Test
    void a_missing_image_is_told_by_its_name(Tenant ada) {
        try (var registry = LoopbackRegistry.start()) {
            var image = registry.address() + "/shop/nonexistent:9";

            assertThat(ada.fails("typo", Map.of("WEB_IMAGE", image)))
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.code()).isEqualTo("deploy.evidence.image-not-found");
                        assertThat(problem.component()).isEqualTo("typo");
                        assertThat(problem.arguments()).contains(image);
                    });
        }
    }

    @Test
    void a_registry_that_does_not_answer_is_no_missing_image(Tenant ada) {
        assertThat(ada.fails("away", Map.of("WEB_IMAGE", "127.0.0.1:1/shop/web:1")))
                .extracting(Problem::code)
                .containsExactly("deploy.evidence.registry-away");
    }

    @Test
    void a_crash_is_told_with_its_exit_code_and_last_lines(Tenant ada) {
        assertThat(ada.fails("crash", Map.of("WEB_COMMAND", "echo no database at db:3306; exit 3")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("deploy.evidence.crashes");
                    assertThat(problem.arguments()).containsExactly("3");
                    assertThat(problem.log()).contains("no database at db:3306");
                });
    }

    @Test
    void a_host_that_is_nowhere_large_enough_is_told_with_the_counts(Tenant ada) {
        ada.provision(new Quota(5, 600, 2));

        assertThat(ada.fails("huge", Map.of("WEB_CPU", "500", "WEB_LIMIT", "500")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("deploy.evidence.no-room-cpu");
                    assertThat(problem.arguments()).containsExactly("1", "1");
                });
    }
}
