package io.cosmopilot.adapters.discord.fake;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What the made-up Discord says and refuses as the real one does, without an SDK between. */
class FakeDiscordTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FakeDiscord discord = FakeDiscord.start(Clock.systemUTC());
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Ear> ears = new ArrayList<>();

    @AfterEach
    void close() {
        ears.forEach(Ear::leave);
        discord.close();
    }

    @Test
    void saysHelloAndAnswersHeartbeats() throws Exception {
        Ear bot = connected();

        assertThat(bot.awaits(10).path("d").path("heartbeat_interval").asInt()).isPositive();
        bot.send("{\"op\":1,\"d\":null}");
        assertThat(bot.awaits(11).path("op").asInt()).isEqualTo(11);
    }

    @Test
    void knowsOnlyItsOwnBot() throws Exception {
        Ear stranger = connected();

        stranger.send("{\"op\":2,\"d\":{\"token\":\"somebody-elses\"}}");

        assertThat(stranger.closing()).isEqualTo(4004);
    }

    @Test
    void whoResumesHearsWhatWasLostInOrderAndNothingTwice() throws Exception {
        Ear first = connected();
        first.identify();
        String session = first.awaits("READY").path("d").path("session_id").asString();
        int last = first.awaits("GUILD_CREATE").path("s").asInt();
        discord.disconnect();
        discord.channel("one");
        discord.channel("two");

        Ear second = connected();
        second.resume(session, last);

        assertThat(second.awaits("CHANNEL_CREATE").path("d").path("name").asString())
                .isEqualTo("one");
        JsonNode two = second.awaits("CHANNEL_CREATE");
        assertThat(two.path("d").path("name").asString()).isEqualTo("two");
        assertThat(second.awaits("RESUMED").path("s").asInt())
                .isEqualTo(two.path("s").asInt() + 1);
    }

    @Test
    void aSessionThatNobodyKnowsIsNotResumed() throws Exception {
        Ear bot = connected();

        bot.resume("long gone", 7);

        assertThat(bot.awaits(9).path("d").asBoolean(true)).isFalse();
    }

    @Test
    void eventsAreLostAndDoubledOnDemand() throws Exception {
        Ear bot = connected();
        bot.identify();
        bot.awaits("GUILD_CREATE");
        discord.faults().dropNext().duplicateNext();
        discord.channel("lost");
        discord.channel("doubled");

        for (int time = 0; time < 2; time++) {
            assertThat(bot.awaits("CHANNEL_CREATE").path("d").path("name").asString())
                    .isEqualTo("doubled");
        }
    }

    @Test
    void tooManyMessagesAreToldWhenToTryAgain() throws Exception {
        Room room = discord.channel("talk");
        discord.faults().rateLimit("POST /channels/" + room.id() + "/messages", 1, 3);

        HttpResponse<String> refused = posted(room, discord.token());
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("3");

        HttpResponse<String> taken = posted(room, discord.token());
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.headers().firstValue("X-RateLimit-Remaining")).contains("4");
    }

    @Test
    void whoHasNotTheTokenWritesNothing() throws Exception {
        assertThat(posted(discord.channel("talk"), "somebody-elses").statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> posted(Room room, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(discord.api() + "channels/" + room.id() + "/messages"))
                .header("Authorization", "Bot " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"content\":\"hello\"}"))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private Ear connected() throws Exception {
        Ear ear = new Ear();
        ear.socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(discord.gateway()), ear)
                .get(10, TimeUnit.SECONDS);
        ears.add(ear);
        return ear;
    }

    /** A bot that is nothing but a socket. */
    private final class Ear implements WebSocket.Listener {

        private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
        private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();
        private @Nullable WebSocket socket;

        void send(String frame) throws Exception {
            if (socket != null) {
                socket.sendText(frame, true).get(10, TimeUnit.SECONDS);
            }
        }

        void identify() throws Exception {
            send("{\"op\":2,\"d\":{\"token\":\"" + discord.token() + "\"}}");
        }

        void resume(String session, int seq) throws Exception {
            send("{\"op\":6,\"d\":{\"token\":\"" + discord.token() + "\",\"session_id\":\"" + session + "\",\"seq\":"
                    + seq + "}}");
        }

        JsonNode awaits(int op) throws InterruptedException {
            JsonNode frame = next();
            while (frame.path("op").asInt() != op) {
                frame = next();
            }
            return frame;
        }

        JsonNode awaits(String event) throws InterruptedException {
            JsonNode frame = next();
            while (!frame.path("t").asString("").equals(event)) {
                frame = next();
            }
            return frame;
        }

        private JsonNode next() throws InterruptedException {
            JsonNode frame = frames.poll(10, TimeUnit.SECONDS);
            assertThat(frame).as("a frame").isNotNull();
            return frame;
        }

        int closing() throws InterruptedException {
            Integer code = closed.poll(10, TimeUnit.SECONDS);
            assertThat(code).as("an end").isNotNull();
            return code;
        }

        void leave() {
            if (socket != null) {
                socket.abort();
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                frames.add(JSON.readTree(partial.toString()));
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.add(code);
            return null;
        }
    }
}
