package io.cosmopilot.adapters;

import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import io.cosmopilot.adapters.world.Browser;
import io.cosmopilot.adapters.world.Chat;
import io.cosmopilot.adapters.world.MadeUpConversations;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Message.Author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class SocketTest extends ContractTest {

    @Autowired
    MadeUpConversations conversations;

    @Test
    void aHelloIsAnsweredByAWelcomeAndEverythingAfterTheCursor() {
        Chat chat = Chat.open(port).hello(script("wei"), 0);

        JsonNode welcome = chat.next();
        assertThat(welcome.get("type").asString()).isEqualTo("welcome");
        assertThat(welcome.get("conversation").asString()).isEqualTo("web-wei");
        assertThat(welcome.get("person").toString()).isEqualTo("{\"name\":\"WEI\",\"roles\":[\"developer\"]}");
        assertThat(welcome.get("locale").asString()).isEqualTo("en");
        JsonNode first = chat.next();
        assertThat(first.get("type").asString()).isEqualTo("message");
        assertThat(first.get("seq").asLong()).isEqualTo(1);
        assertThat(first.get("author").asString()).isEqualTo("bot");
        assertThat(first.get("blocks").toString()).isEqualTo("[{\"type\":\"text\",\"text\":\"hello wei\"}]");
        assertThat(first.has("flow")).isFalse();
        assertThat(first.has("revision")).isFalse();
        chat.leave();
    }

    @Test
    void wordsAreAcknowledgedOnceStoredAndARepetitionGetsTheSameAnswer() {
        Chat chat = greeted("lan");

        chat.say("a-1", "hello");
        long seq = chat.next("ack").get("seq").asLong();
        chat.say("a-1", "hello");

        JsonNode again = chat.next("ack");
        assertThat(again.get("id").asString()).isEqualTo("a-1");
        assertThat(again.get("seq").asLong()).isEqualTo(seq);
        assertThat(conversations.received().stream().filter(said -> said.id().equals("a-1")))
                .hasSize(1);
        chat.leave();
    }

    @Test
    void buttonsFormsAndFilesArriveAsTheyWereMeant() {
        Chat chat = greeted("lan");

        chat.send("{\"type\":\"choose\",\"id\":\"b-1\",\"seq\":1,\"choice\":\"approve\",\"future\":{\"x\":1}}");
        chat.next("ack");
        chat.send("{\"type\":\"submit\",\"id\":\"b-2\",\"seq\":1,"
                + "\"fields\":{\"name\":\"blog\",\"replicas\":2,\"ha\":true,\"empty\":null}}");
        chat.next("ack");
        chat.send("{\"type\":\"attach\",\"id\":\"b-3\",\"upload\":\"u\"}");
        chat.next("ack");

        assertThat(conversations.received())
                .contains(
                        new Incoming.Chose("b-1", 1, "approve"),
                        new Incoming.Submitted("b-2", 1, Map.of("name", "blog", "replicas", "2", "ha", "true")),
                        new Incoming.Attached("b-3", "u", ""));
        chat.leave();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"say\",\"id\":\"x\"",
                "",
                "null",
                "[]",
                "\"say\"",
                "{}",
                "{\"type\":5}",
                "{\"type\":\"say\",\"text\":\"no id\"}",
                "{\"type\":\"say\",\"id\":\"\",\"text\":\"empty id\"}",
                "{\"type\":\"say\",\"id\":7,\"text\":\"x\"}",
                "{\"type\":\"say\",\"id\":\"x\",\"text\":{}}",
                "{\"type\":\"choose\",\"id\":\"x\",\"seq\":-1,\"choice\":\"a\"}",
                "{\"type\":\"choose\",\"id\":\"x\",\"seq\":1.5,\"choice\":\"a\"}",
                "{\"type\":\"submit\",\"id\":\"x\",\"seq\":1,\"fields\":[]}",
                "{\"type\":\"submit\",\"id\":\"x\",\"seq\":1,\"fields\":{\"a\":[1]}}",
            })
    void aBrokenFrameIsAnErrorAndTheConversationGoesOn(String frame) {
        Chat chat = greeted("lan");

        chat.send(frame);

        JsonNode error = chat.next("error");
        assertThat(error.get("code").asString()).isEqualTo("malformed");
        assertThat(error.get("message").asString()).isNotBlank();
        stillTalks(chat);
    }

    @Test
    void anUnknownTypeIsNamedWithTheFramesId() {
        Chat chat = greeted("lan").send("{\"type\":\"dance\",\"id\":\"d-1\"}");

        JsonNode error = chat.next("error");
        assertThat(error.get("code").asString()).isEqualTo("unknown-type");
        assertThat(error.get("id").asString()).isEqualTo("d-1");
        stillTalks(chat);
    }

    @Test
    void eightThousandCharactersAreSaidAndOneMoreIsTooLong() {
        Chat chat = greeted("lan");

        chat.say("long-1", "🚀".repeat(4_000));
        chat.next("ack");
        chat.say("long-2", "x".repeat(8_001));

        JsonNode error = chat.next("error");
        assertThat(error.get("code").asString()).isEqualTo("too-long");
        assertThat(error.get("id").asString()).isEqualTo("long-2");
        assertThat(error.get("message").asString()).contains("8000");
        stillTalks(chat);
    }

    @Test
    void aFrameOfMoreThan64KiBIsRefusedAndNotTheSocket() {
        Chat chat = greeted("lan");

        chat.say("huge-1", "x".repeat(200_000));

        JsonNode error = chat.next("error");
        assertThat(error.get("code").asString()).isEqualTo("too-large");
        assertThat(error.get("id").asString()).isEqualTo("huge-1");
        stillTalks(chat);
    }

    @Test
    void whatNobodyThoughtOfIsToldWithANumber() {
        Chat chat = greeted("lan").say("boom-1", "boom");

        JsonNode error = chat.next("error");
        assertThat(error.get("code").asString()).isEqualTo("internal");
        assertThat(error.get("id").asString()).isEqualTo("boom-1");
        assertThat(error.get("message").asString()).matches(".*[0-9a-f]{8}$");
        stillTalks(chat);
    }

    @Test
    void whoCannotBeGreetedIsToldAndLetGoSoThatTheyComeBack() {
        conversations.jam("lan", true);
        Chat chat = Chat.open(port).hello(script("lan"), Long.MAX_VALUE).say("early-1", "hello");

        assertThat(chat.next("error").get("code").asString()).isEqualTo("internal");
        assertThat(chat.closing()).isEqualTo(1013);

        conversations.jam("lan", false);
        stillTalks(greeted("lan"));
    }

    @Test
    void textThatNoDatabaseTakesIsMadeStorable() {
        Chat chat = greeted("lan").say("nul-1", "a\\u0000b\\ud83d");
        chat.next("ack");

        assertThat(conversations.received()).contains(new Incoming.Said("nul-1", "ab\uFFFD"));
        chat.leave();
    }

    @Test
    void anotherSiteOpensNoSocketUnlessItIsOnTheList() {
        assertThatThrownBy(() -> Chat.open(port, "Origin", "https://evil.example.com"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThatThrownBy(() -> Chat.open(port, "Origin", "null"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        Chat.open(port, "Origin", "https://portal.example.com").leave();
        Chat.open(port, "Origin", "http://127.0.0.1:" + port).leave();
    }

    @Test
    void whoSaysNothingIsSentAwayAndWhoSaysNoHelloIsAskedForIt() {
        Chat chat = Chat.open(port).say("early", "hello?");
        JsonNode error = chat.next();
        assertThat(error.get("code").asString()).isEqualTo("hello-first");
        assertThat(error.get("id").asString()).isEqualTo("early");

        clock.forward(Duration.ofSeconds(11));

        assertThat(chat.closing()).isEqualTo(1008);
    }

    @Test
    void howeverLongAGreetingTakesItIsNotTheClientsSilence() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch reached = conversations.hold("lan", gate);
        Chat chat = Chat.open(port).hello(script("lan"), Long.MAX_VALUE);
        try {
            reached.await();
            // Twice, so that somebody has looked at all sockets in between.
            for (int look = 0; look < 2; look++) {
                Chat silent = Chat.open(port).say("early", "hello?");
                silent.next("error");
                clock.forward(Duration.ofSeconds(11));
                assertThat(silent.closing()).isEqualTo(1008);
            }
        } finally {
            gate.countDown();
        }

        assertThat(chat.next().get("type").asString()).isEqualTo("welcome");
        chat.leave();
    }

    @Test
    void aForeignTokenOpensNothing() {
        String foreign = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ3ZWkiLCJleHAiOjk5OTk5OTk5OTl9.";
        for (String token : new String[] {foreign, "nonsense", "", script("wei") + "x"}) {
            Chat chat = Chat.open(port).hello(token, 0);

            assertThat(chat.next().get("code").asString()).isEqualTo("not-signed-in");
            assertThat(chat.next().get("type").asString()).isEqualTo("expired");
            assertThat(chat.closing()).isEqualTo(1008);
        }
    }

    @Test
    void anExpiredTokenIsSaidToBeAndANewOneGoesOnWithoutAGap() {
        Chat chat = greeted("wei");
        clock.forward(Duration.ofMinutes(10));
        chat.next("expired");
        conversations.append("web-wei", Author.BOT, "while you were out");
        chat.say("late", "too late");
        chat.next("expired");

        chat.send("{\"type\":\"refresh\",\"token\":\"%s\"}".formatted(script("wei")));

        assertThat(chat.next("message").get("blocks").toString()).contains("while you were out");
        chat.say("late", "in time");
        assertThat(chat.next("ack").get("id").asString()).isEqualTo("late");

        Chat tooOld = Chat.open(port);
        String token = script("wei");
        clock.forward(Duration.ofMinutes(11));
        tooOld.leave();
        assertThat(Chat.open(port).hello(token, 0).next().get("type").asString())
                .isEqualTo("expired");
    }

    @Test
    void aSocketWhoseTokenIsNotRenewedIsClosed() {
        Chat chat = greeted("wei");
        clock.forward(Duration.ofMinutes(10));
        chat.next("expired");
        clock.forward(Duration.ofMinutes(2));

        assertThat(chat.closing()).isEqualTo(1008);
    }

    @Test
    void somebodyElsesTokenDoesNotRefresh() {
        Chat chat = greeted("wei").send("{\"type\":\"refresh\",\"token\":\"%s\"}".formatted(script("lan")));

        assertThat(chat.next("error").get("code").asString()).isEqualTo("not-signed-in");
        assertThat(chat.closing()).isEqualTo(1008);
    }

    @Test
    void signingOutClosesTheSocketsOfThatBrowser() {
        Browser browser = signedIn("wei");
        Chat chat = Chat.open(port).hello(browser.token(), 0);
        Chat other = Chat.open(port).hello(signedIn("wei").token(), 0);
        chat.next("welcome");
        other.next("welcome");

        browser.delete("/api/session");

        chat.next("expired");
        assertThat(chat.closing()).isEqualTo(1008);
        stillTalks(other);
    }

    @Test
    void nobodyHearsWhatIsSaidToSomebodyElse() {
        Chat wei = greeted("wei");
        Chat lan = greeted("lan");

        conversations.append("web-wei", Author.BOT, "only for wei");

        assertThat(wei.next("message").get("blocks").toString()).contains("only for wei");
        lan.say("c-1", "hi");
        assertThat(lan.next("message").toString()).contains("c-1").doesNotContain("only for wei");
        wei.leave();
        lan.leave();
    }

    @Test
    void everythingComesInOrderWithoutAGapAndNothingTwice() {
        String token = script("wei");
        int before = conversations.followers("web-wei");
        Chat chat = greeted("wei");
        long start = conversations.after("web-wei", 0).size();
        Thread writer = Thread.ofVirtual()
                .start(() -> IntStream.range(0, 300)
                        .forEach(number -> conversations.append("web-wei", Author.BOT, "n" + number)));

        Chat late = Chat.open(port).hello(token, start);
        IntStream.rangeClosed(1, 300).forEach(number -> {
            assertThat(chat.next("message").get("seq").asLong()).isEqualTo(start + number);
            assertThat(late.next("message").get("seq").asLong()).isEqualTo(start + number);
        });
        assertThat(writer.isAlive()).isFalse();
        conversations.tellAgain("web-wei", start + 300);
        conversations.appendUntold("web-wei", "lost");
        conversations.append("web-wei", Author.BOT, "found");

        assertThat(chat.next().get("seq").asLong()).isEqualTo(start + 301);
        assertThat(chat.next().get("seq").asLong()).isEqualTo(start + 302);
        chat.leave();
        late.leave();
        await().until(() -> conversations.followers("web-wei") <= before);
    }

    @Test
    void aRevisionReachesWhoIsThereAndWhoWasAway() {
        Chat chat = greeted("wei");
        long seq = conversations.append("web-wei", Author.BOT, "0 of 3");
        chat.next("message");

        conversations.revise("web-wei", seq, 1, "1 of 3");
        JsonNode revise = chat.next();
        assertThat(revise.get("type").asString()).isEqualTo("revise");
        assertThat(revise.get("revision").asInt()).isEqualTo(1);
        chat.leave();
        conversations.revise("web-wei", seq, 2, "3 of 3");

        Chat back = Chat.open(port).hello(script("wei"), seq);
        assertThat(back.next("revise").toString()).contains("3 of 3").contains("\"seq\":" + seq);
        back.leave();
    }

    private void stillTalks(Chat chat) {
        chat.say("still-" + conversations.received().size(), "still here");
        assertThat(chat.next("ack").get("seq").asLong()).isPositive();
        chat.leave();
    }

    private Chat greeted(String person) {
        Chat chat = Chat.open(port).hello(script(person), Long.MAX_VALUE);
        chat.next("welcome");
        return chat;
    }

    private String script(String person) {
        return browser()
                .post("/api/tokens", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(person, PASSWORD))
                .json()
                .get("token")
                .asString();
    }
}
