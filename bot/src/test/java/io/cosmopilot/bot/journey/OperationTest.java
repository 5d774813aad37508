package io.cosmopilot.bot.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Operators see how each part is, and how much is going on. */
@ExtendWith(SharedApplication.class)
class OperationTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void health_names_each_part(Assembled application) throws Exception {
        JsonNode health = JsonMapper.shared().readTree(get(application, "/actuator/health"));

        assertThat(health.path("status").asString()).as("%s", health).isEqualTo("UP");
        assertThat(health.path("components").propertyNames()).contains("db", "cluster", "registry", "dbScheduler");
        assertThat(health.at("/components/cluster/details/cluster").asString()).isEqualTo("sandbox");
        assertThat(health.at("/components/registry/details/registry").asString())
                .isEqualTo("none");
    }

    @Test
    void what_is_going_on_is_counted(Assembled application) throws Exception {
        try (Talker ada = Talker.registered(application, "counted", "en")) {
            ada.isOffered("space");
            ada.says("status").isAnswered();
        }

        assertThat(get(application, "/actuator/prometheus"))
                .containsPattern("cosmopilot_turns_seconds_count\\{outcome=\"taken\"} [1-9]")
                .contains("cosmopilot_turns_seconds_bucket")
                .containsPattern("cosmopilot_approvals_waiting\\{kind=\"space\"} \\d")
                .containsPattern("cosmopilot_releases\\{phase=\"rolling\"} \\d")
                .containsPattern("cosmopilot_deliveries_waiting \\d")
                .contains("dbscheduler_task_completions_total")
                .contains("hikaricp_connections_active");
    }

    @Test
    void a_proxy_shows_nobody_more_than_the_probes(Assembled application) throws Exception {
        for (String path :
                List.of("/actuator/health", "/actuator/prometheus", "/actuator//health", "/actuator/health/")) {
            assertThat(forwarded(application, path).statusCode()).as(path).isIn(400, 404);
        }
        assertThat(forwarded(application, "/actuator/health/readiness").body()).contains("UP");
    }

    private static HttpResponse<String> forwarded(Assembled application, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(application.address() + path))
                .header("X-Forwarded-For", "203.0.113.9")
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static String get(Assembled application, String path) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(application.address() + path)).build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }
}
