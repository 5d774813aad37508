package io.cosmopilot.adapters.slack.fake;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the made-up Slack refuses that the real one refuses, too. */
class FakeSlackTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<WebSocket> sockets = new ArrayList<>();
    private FakeSlack slack;

    @BeforeEach
    void open() {
        slack = new FakeSlack();
    }

    @AfterEach
    void close() {
        sockets.forEach(WebSocket::abort);
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

    @Test
    void aTriggerOpensOneFormWithinThreeSeconds() throws Exception {
        String view = "view="
                + URLEncoder.encode(
                        "{\"type\":\"modal\",\"title\":{\"text\":\"t\"},\"submit\":{\"text\":\"s\"},\"close\":{\"text\":\"c\"},"
                                + "\"blocks\":[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"x\"}}]}",
                        StandardCharsets.UTF_8);
        String first = slack.trigger();
        slack.pass(Duration.ofSeconds(3));
        assertThat(called("views.open", view + "&trigger_id=" + first)).contains("\"ok\":true");
        assertThat(called("views.open", view + "&trigger_id=" + first)).contains("exchanged_trigger_id");

        String second = slack.trigger();
        slack.pass(Duration.ofSeconds(3).plusMillis(1));
        assertThat(called("views.open", view + "&trigger_id=" + second)).contains("expired_trigger_id");
    }

    @Test
    void tenSocketsAreOpenAtTheMostAndEachEventGoesToOneOfThem() throws Exception {
        List<Ear> ears = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ears.add(listening());
        }
        Ear eleventh = listening();
        FakeSlack.await(() -> eleventh.closed != 0, () -> "a socket too many to be closed");
        assertThat(eleventh.closed).isEqualTo(1008);
        assertThat(slack.openSockets()).isEqualTo(10);

        for (int i = 0; i < 20; i++) {
            slack.say("U1", "event " + i);
        }

        FakeSlack.await(() -> ears.stream().mapToInt(Ear::events).sum() == 20, () -> "twenty events");
        assertThat(ears).allMatch(ear -> ear.events() == 2);
    }

    @Test
    void whatIsNotAcknowledgedComesAgainAtOnceAfterAMinuteAndAfterFive() throws Exception {
        Ear ear = listening();
        slack.say("U1", "hello");
        FakeSlack.await(() -> ear.events() == 1, () -> "the event");

        for (Duration wait : List.of(Duration.ofSeconds(3), Duration.ofMinutes(1), Duration.ofMinutes(5))) {
            int before = ear.events();
            slack.pass(wait.minusMillis(1));
            slack.pass(Duration.ofMillis(1));
            FakeSlack.await(() -> ear.events() == before + 1, () -> "the event once more");
        }
        slack.pass(Duration.ofHours(1));
        slack.say("U1", "afterwards");
        FakeSlack.await(() -> ear.heard.getLast().contains("afterwards"), () -> "another event");

        assertThat(ear.events()).isEqualTo(5);
        assertThat(ear.heard.get(4)).contains("\"retry_attempt\":3");
    }

    @Test
    void eventsComeLateTwiceOrNeverOnDemand() throws Exception {
        Ear ear = listening();
        slack.faults().delay(Duration.ofSeconds(2));
        slack.faults().drop(1);
        slack.say("U1", "late");
        slack.say("U1", "lost");
        slack.faults().duplicate(1);
        slack.say("U1", "doubled");
        FakeSlack.await(() -> ear.events() == 2, () -> "the doubled event");
        slack.pass(Duration.ofSeconds(2));
        FakeSlack.await(() -> ear.events() == 3, () -> "the late event");

        assertThat(ear.heard).anyMatch(frame -> frame.contains("doubled")).noneMatch(frame -> frame.contains("lost"));
        assertThat(ear.heard.getLast()).contains("late").contains("\"retry_attempt\":0");
    }

    private Ear listening() throws Exception {
        Ear ear = new Ear();
        String address = called("apps.connections.open", "").replaceAll(".*\"url\":\"([^\"]+)\".*", "$1");
        sockets.add(client.newWebSocketBuilder()
                .buildAsync(URI.create(address), ear)
                .get());
        return ear;
    }

    private String called(String method, String form) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(slack.apiUrl() + method))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    /** A socket that only listens. */
    private static final class Ear implements WebSocket.Listener {
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private volatile int closed;

        int events() {
            return (int) heard.stream()
                    .filter(frame -> frame.contains("event_callback"))
                    .count();
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            heard.add(data.toString());
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed = code;
            return null;
        }
    }

    private int answered(URI address, String body) throws Exception {
        var request = HttpRequest.newBuilder(address)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString()).statusCode();
    }
}
