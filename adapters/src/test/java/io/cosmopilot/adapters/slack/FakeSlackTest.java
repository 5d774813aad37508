package io.cosmopilot.adapters.slack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the made-up Slack refuses that the real one refuses, too. */
class FakeSlackTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private FakeSlack slack;

    @BeforeEach
    void open() {
        slack = new FakeSlack();
    }

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void aResponseAddressTakesFiveAnswers() throws Exception {
        URI address = slack.responseUrl("U1", "C1");

        for (int i = 0; i < 5; i++) {
            assertThat(answered(address, "{\"text\":\"answer\"}")).isEqualTo(200);
        }
        assertThat(answered(address, "{\"text\":\"one too many\"}")).isEqualTo(404);

        assertThat(slack.awaitWhisper("U1")).isEqualTo("answer");
    }

    @Test
    void aResponseAddressLastsHalfAnHour() throws Exception {
        URI address = slack.responseUrl("U1", "C1");
        slack.pass(Duration.ofMinutes(30));
        assertThat(answered(address, "{\"text\":\"in time\",\"response_type\":\"in_channel\"}"))
                .isEqualTo(200);
        slack.pass(Duration.ofSeconds(1));
        assertThat(answered(address, "{\"text\":\"too late\"}")).isEqualTo(404);

        assertThat(slack.messages("C1")).hasSize(1);
    }

    private int answered(URI address, String body) throws Exception {
        var request = HttpRequest.newBuilder(address)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString()).statusCode();
    }
}
