package io.cosmopilot.adapters.channels;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.adapters.slack.fake.FakeSlack;
import io.cosmopilot.adapters.slack.fake.Msg;
import io.cosmopilot.adapters.slack.fake.Told;
import io.cosmopilot.adapters.world.HandClock;
import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Person.Role;
import io.cosmopilot.deploy.Quota;
import io.cosmopilot.deploy.Requester;

import static org.assertj.core.api.Assertions.assertThat;

/** Slack without Socket Mode: nothing is taken that Slack has not signed just now, and nothing twice. */
class SlackOverHttpTest {

    private static final HikariDataSource DATABASE = Backstage.fresh();
    private static final FakeSlack SLACK = new FakeSlack();
    private static final Platform PLATFORM = new Platform();
    private static final House HOUSE = new House(
            DATABASE,
            new HandClock(),
            PLATFORM,
            Map.of(
                    "cosmopilot.slack.bot-token",
                    FakeSlack.BOT_TOKEN,
                    "cosmopilot.slack.signing-secret",
                    FakeSlack.SECRET,
                    "cosmopilot.slack.api-url",
                    SLACK.apiUrl(),
                    "cosmopilot.slack.support-channels",
                    "C0SUPPORT",
                    "cosmopilot.slack.locale",
                    "en"));
    private static final URI EVENTS = URI.create("http://127.0.0.1:" + HOUSE.port() + "/slack/events");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String user = "U" + UUID.randomUUID().toString().substring(0, 8);
    private final String name = "wei-" + user.toLowerCase(Locale.ROOT);

    @BeforeEach
    void somebody() {
        SLACK.deliverTo(EVENTS);
        SLACK.user(user, "Wei", "en-US");
        HOUSE.register(name, "Wei", Role.DEVELOPER);
        HOUSE.link(new Account("slack", FakeSlack.TEAM + "/" + user, "Wei", user), name);
        HOUSE.await(() -> HOUSE.health("slack").getStatus().equals(Status.UP), () -> "Slack to tell who we are");
    }

    @AfterAll
    static void close() {
        HOUSE.close();
        SLACK.close();
        DATABASE.close();
    }

    @Test
    void eventsCommandsAndButtonsAreTaken() {
        assertThat(SLACK.say(user, "space apply kstore").acknowledged().status())
                .isEqualTo(200);
        SLACK.awaitMessage("D" + user, "What is the space for?");
        SLACK.say(user, "images of our shop").acknowledged();
        Msg sizes = SLACK.awaitMessage("D" + user, "How big shall it be?");
        assertThat(SLACK.press(user, sizes, "small").acknowledged().status()).isEqualTo(200);
        SLACK.awaitMessage("D" + user, "Shall I send it");
        assertThat(SLACK.command(user, "C0GENERAL", "cancel").acknowledged().status())
                .isEqualTo(200);
        SLACK.awaitMessage("D" + user, "I dropped");
    }

    @Test
    void aSelectOfManyFindsWhatIsTypedForWhoeverMayChoose() {
        PLATFORM.provision("s-" + name, new Quota(10, 2, 4), new Requester(name, ""));
        String eve = somebodyElse();
        SLACK.say(user, "deploy").acknowledged();
        Msg asked = SLACK.awaitMessage("D" + user, "external_select");

        assertThat(SLACK.search(user, asked, "").path("options")).hasSizeBetween(1, 100);
        JsonNode found = SLACK.search(user, asked, "wordpres").path("options").path(0);
        assertThat(found.path("value").asString()).contains("wordpress");
        assertThat(SLACK.search(eve, asked, "wordpres").path("options")).isEmpty();
        SLACK.pick(user, asked, found.path("value").asString()).acknowledged();

        SLACK.awaitMessage("D" + user, "“WordPress” be called");
        assertThat(said()).hasSize(2);
    }

    @Test
    void theAddressIsVerifiedWhenTheAppIsMade() {
        String body = "{\"type\":\"url_verification\",\"challenge\":\"c-42\"}";
        HttpRequest request = FakeSlack.signed(EVENTS, body, Instant.now(), FakeSlack.SECRET, true);

        assertThat(HTTP.sendAsync(request, BodyHandlers.ofString()).join().body())
                .contains("c-42");
    }

    @Test
    void whatSlackHasNotSignedIsRefused() {
        String body = message("help");

        assertThat(send(FakeSlack.signed(EVENTS, body, Instant.now(), "another-secret", true)))
                .isEqualTo(401);
        assertThat(send(HttpRequest.newBuilder(EVENTS)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build()))
                .isEqualTo(401);
        HttpRequest good = FakeSlack.signed(EVENTS, body, Instant.now(), FakeSlack.SECRET, true);
        assertThat(send(HttpRequest.newBuilder(good, (header, value) -> true)
                        .POST(BodyPublishers.ofString(body.replace("help", "status")))
                        .build()))
                .isEqualTo(401);
        assertThat(said()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-310, 310})
    void whatWasSignedLongAgoOrInTheFutureIsRefused(int seconds) {
        Instant then = Instant.now().plusSeconds(seconds);

        assertThat(send(FakeSlack.signed(EVENTS, message("help"), then, FakeSlack.SECRET, true)))
                .isEqualTo(401);
        assertThat(said()).isEmpty();
    }

    @Test
    void theSameRequestAgainIsAnsweredAndDoesNothing() {
        HttpRequest request = FakeSlack.signed(EVENTS, message("status"), Instant.now(), FakeSlack.SECRET, true);

        assertThat(send(request)).isEqualTo(200);
        assertThat(send(request)).isEqualTo(200);

        assertThat(said()).containsExactly("status");
    }

    @Test
    void tenMegabytesAreRefusedHoweverTheyCome() {
        byte[] huge = new byte[10 * 1024 * 1024];
        HttpRequest.Builder request = HttpRequest.newBuilder(EVENTS)
                .header("Content-Type", "application/json")
                .header("X-Slack-Request-Timestamp", "1")
                .header("X-Slack-Signature", "v0=00");

        assertThat(send(request.POST(BodyPublishers.ofByteArray(huge)).build())).isEqualTo(413);
        assertThat(send(request.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge)))
                        .build()))
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "payload=%7B", "{\"type\":\"event_callback\"}", "a=b&c"})
    void nonsenseIsRefusedAndBreaksNothing(String body) {
        assertThat(send(FakeSlack.signed(EVENTS, body, Instant.now(), FakeSlack.SECRET, body.startsWith("{"))))
                .isBetween(200, 499);
        assertThat(said()).isEmpty();
    }

    @Test
    void anotherWorkspaceIsNotListenedTo() {
        String foreign = message("status").replace(FakeSlack.TEAM, "T0THERS");

        assertThat(send(FakeSlack.signed(EVENTS, foreign, Instant.now(), FakeSlack.SECRET, true)))
                .isEqualTo(200);

        assertThat(said()).isEmpty();
    }

    @Test
    void aButtonOfSomebodyElsesConversationDoesNothingThere() {
        SLACK.say(user, "space apply kstore").acknowledged();
        Msg question = SLACK.awaitMessage("D" + user, "What is the space for?");
        String eve = somebodyElse();
        SLACK.say(user, "images of our shop").acknowledged();
        Msg sizes = SLACK.awaitMessage("D" + user, "How big shall it be?");
        assertThat(question.shown()).isNotBlank();

        SLACK.press(eve, sizes, "small").acknowledged();

        assertThat(said()).containsExactly("space apply kstore", "images of our shop");
    }

    @Test
    void isAcknowledgedOnlyWhenItIsCommitted() {
        SLACK.say(user, "help").acknowledged();
        CompletableFuture<Told> told = new CompletableFuture<>();

        HOUSE.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            HOUSE.bean(JdbcClient.class)
                    .sql("SELECT id FROM conversations.conversation WHERE person = :person FOR UPDATE")
                    .param("person", name)
                    .query(UUID.class)
                    .single();
            told.complete(SLACK.say(user, "status"));
            HOUSE.await(SlackOverHttpTest::somebodyWaits, () -> "the turn to wait for the lock");
            assertThat(told.join().isAcknowledged()).isFalse();
        });

        assertThat(told.join().acknowledged().status()).isEqualTo(200);
        assertThat(said()).containsExactly("help", "status");
    }

    @Test
    void whatCouldNotBeTakenIsToldAgainAndTakenOnce() {
        SLACK.say(user, "help").acknowledged();
        JdbcClient jdbc = HOUSE.bean(JdbcClient.class);
        Told told;
        jdbc.sql("ALTER TABLE conversations.inbound RENAME TO inbound_away").update();
        try {
            told = SLACK.say(user, "status");
            HOUSE.await(() -> told.status() != 0, () -> "an answer");
            assertThat(told.status()).isEqualTo(500);
        } finally {
            jdbc.sql("ALTER TABLE conversations.inbound_away RENAME TO inbound").update();
        }

        SLACK.pass(Duration.ofSeconds(3));

        assertThat(told.acknowledged().status()).isEqualTo(200);
        assertThat(said()).containsExactly("help", "status");
    }

    @Test
    void healthTellsHowItIsReachedAndNothingOfChannelsThatAreNotThere() {
        assertThat(HOUSE.health("slack").getDetails()).containsEntry("events", "HTTP");
        assertThat(HOUSE.has("discordHealthIndicator")).isFalse();
    }

    private static boolean somebodyWaits() {
        return HOUSE.bean(JdbcClient.class)
                .sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND wait_event_type = 'Lock')")
                .query(Boolean.class)
                .single();
    }

    /** Who is linked, too. */
    private static String somebodyElse() {
        String eve = "U" + UUID.randomUUID().toString().substring(0, 8);
        String username = "eve-" + eve.toLowerCase(Locale.ROOT);
        SLACK.user(eve, "Eve", "en-US");
        HOUSE.register(username, "Eve", Role.DEVELOPER);
        HOUSE.link(new Account("slack", FakeSlack.TEAM + "/" + eve, "Eve", eve), username);
        return eve;
    }

    /** A direct message as Slack sends it. */
    private String message(String text) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "type",
                        "event_callback",
                        "team_id",
                        FakeSlack.TEAM,
                        "event_id",
                        "Ev" + UUID.randomUUID(),
                        "event",
                        Map.of(
                                "type",
                                "message",
                                "channel",
                                "D" + user,
                                "channel_type",
                                "im",
                                "user",
                                user,
                                "text",
                                text,
                                "ts",
                                "1.0")));
    }

    private static int send(HttpRequest request) {
        return HTTP.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
                .join()
                .statusCode();
    }

    /** What the person has said, as far as it was taken. */
    private List<String> said() {
        return HOUSE.bean(JdbcClient.class)
                .sql("""
                        SELECT t.blocks -> 0 ->> 'text' FROM conversations.transcript t
                          JOIN conversations.conversation c ON c.id = t.conversation
                         WHERE c.person = :person AND t.author = 'PERSON' ORDER BY t.seq""")
                .param("person", name)
                .query(String.class)
                .list();
    }
}
