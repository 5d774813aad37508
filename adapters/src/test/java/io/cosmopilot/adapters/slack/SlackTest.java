package io.cosmopilot.adapters.slack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import io.cosmopilot.adapters.blocks.Sample;
import io.cosmopilot.adapters.channels.Backstage;
import io.cosmopilot.adapters.slack.fake.FakeSlack;
import io.cosmopilot.adapters.slack.fake.Modal;
import io.cosmopilot.adapters.slack.fake.Msg;
import io.cosmopilot.adapters.slack.fake.Told;
import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Address;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.ChatAdapter;
import io.cosmopilot.conversations.Delivery;
import io.cosmopilot.conversations.Links;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Slack over Socket Mode: wei and lan develop, li and an help; the support channel is C0SUPPORT. */
@TestMethodOrder(MethodOrderer.Random.class)
class SlackTest {

    private static final String DESK = "C0SUPPORT";
    private static FakeSlack slack = new FakeSlack();
    private static Backstage stage = open();
    private final String developer = "U" + number();
    private final String agent = "U" + number();
    private final String other = "U" + number();
    private final String space = "space-" + number().toLowerCase(Locale.ROOT);

    private static Backstage open() {
        Backstage backstage = new Backstage(properties(slack), SlackConfiguration.class);
        FakeSlack.await(() -> slack.openSockets() == 2, () -> "two sockets");
        return backstage;
    }

    static Map<String, Object> properties(FakeSlack slack) {
        return new HashMap<>(Map.of(
                "cosmopilot.slack.bot-token",
                FakeSlack.BOT_TOKEN,
                "cosmopilot.slack.app-token",
                FakeSlack.APP_TOKEN,
                "cosmopilot.slack.api-url",
                slack.apiUrl(),
                "cosmopilot.slack.sockets",
                "2",
                "cosmopilot.slack.locale",
                "en",
                "cosmopilot.slack.support-channels",
                DESK,
                "cosmopilot.portal.url",
                "https://portal.example.com/"));
    }

    @BeforeAll
    static void nothing() {
        assertThat(slack.openSockets()).isEqualTo(2);
    }

    @AfterAll
    static void close() {
        stage.close();
        slack.close();
    }

    @BeforeEach
    void threePeople() {
        person("wei", developer, Role.DEVELOPER);
        person("li", agent, Role.AGENT);
        person("an", other, Role.AGENT);
    }

    @Test
    void whoeverIsNotLinkedGetsALinkAndNothingElse() {
        String stranger = "U" + number();
        slack.user(stranger, "Somebody", "en-US");
        slack.say(stranger, "deploy nginx").acknowledged();
        Msg answer = slack.awaitMessage("D" + stranger, "https://portal.example.com/link#");
        assertThat(answer.shown()).contains("Hello Somebody").contains("Link my account");
        assertThat(slack.press(stranger, desk(), "approve").acknowledged()).isNotNull();
        assertThat(slack.awaitWhisper(stranger)).contains("https://portal.example.com/link#");
        assertThat(stage.audit()).contains("guest:" + FakeSlack.TEAM + "/" + stranger + " channel.not-linked");
    }

    @Test
    void whoeverUnlinkedTheirAccountIsAGuestAgain() {
        String home = "D" + developer;
        slack.say(developer, "my applications").acknowledged();
        stage.bean(Links.class).unlink(username("wei", developer), "slack");

        slack.say(developer, "my applications").acknowledged();

        slack.awaitMessage(home, "https://portal.example.com/link#");
        assertThat(stage.audit()).contains(username("wei", developer) + " account.unlinked");
    }

    @Test
    void goesTheWayFromAWishToAGrantedSpace() {
        slack.command(developer, "C0GENERAL", "space apply " + space + " 10Gi").acknowledged();
        String home = "D" + developer;
        slack.awaitMessage(home, "for");
        slack.say(developer, "images of our shop").acknowledged();
        Msg asked = slack.awaitMessage(home, "yes");
        slack.press(developer, asked, "yes").acknowledged();
        Msg card = onDesk(space);
        assertThat(card.shown()).contains("waiting for a decision");
        slack.press(agent, card, "approve").acknowledged();
        slack.pass(Duration.ofSeconds(1));
        onDesk(space + "” ✅ approved");
        assertThat(stage.commands()).anyMatch(command -> command.startsWith("Spaces.provision " + space));
        assertThat(slack.awaitWhisper(agent)).isNotBlank();
    }

    @Test
    void takesTheFilesThatAreTakenEverywhereAndSaysWhyItTakesNoOther() {
        String home = "D" + developer;
        slack.share(developer, "web.exe", new byte[] {1, 2}, "deploy this").acknowledged();
        assertThat(slack.awaitMessage(home, "web.exe").shown()).contains("not a kind of file");
        slack.share(developer, "large.yaml", new byte[256 * 1024 + 1], "").acknowledged();
        assertThat(slack.awaitMessage(home, "large.yaml").shown()).contains("too large");
        slack.share(developer, "lost.yaml", null, "").acknowledged();
        assertThat(slack.awaitMessage(home, "lost.yaml").shown()).contains("could not be fetched");
        slack.share(developer, "web.yaml", "kind: List".getBytes(StandardCharsets.UTF_8), "")
                .acknowledged();
        assertThat(slack.awaitMessage(home, "Before you can deploy").shown()).contains("image space");
    }

    @Test
    void takesArchives() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(content)) {
            zip.putNextEntry(new ZipEntry("index.html"));
            zip.write("<h1>Hello</h1>".getBytes(StandardCharsets.UTF_8));
        }

        slack.share(developer, "site.zip", content.toByteArray(), "").acknowledged();

        slack.awaitMessage("D" + developer, "An image needs a space");
        assertThat(stage.bean(JdbcClient.class)
                        .sql("SELECT name FROM conversations.upload WHERE owner = :owner")
                        .param("owner", username("wei", developer))
                        .query(String.class)
                        .list())
                .containsExactly("site.zip");
    }

    @Test
    void sendsWhatIsLongAsAFile() {
        Address to = Sample.address(Address.Audience.PERSON, Locale.ENGLISH);
        var log = Sample.message(List.of(new Block.Code("log", "a line\n".repeat(900))), Message.Author.BOT);

        Delivery delivery = stage.bean(ChatAdapter.class).deliver(to, log);

        assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
        assertThat(slack.shared()).contains("cosmopilot-12.log");
    }

    @Test
    void whoeverMentionsTheBotIsAnsweredInPrivate() {
        slack.mention(developer, "C0GENERAL", "help").acknowledged();

        slack.awaitMessage("D" + developer, "cancel");
        assertThat(slack.awaitWhisper(developer)).contains("in our direct messages");
        assertThat(slack.messages("C0GENERAL")).isEmpty();
    }

    @Test
    void aFormShowsWhatIsWrongWithItsFieldsAndIsFilledInAgain() {
        slack.say(developer, "space apply " + space).acknowledged();
        slack.awaitMessage("D" + developer, "for");
        slack.say(developer, "images of our shop").acknowledged();
        Msg sizes = slack.awaitMessage("D" + developer, "How big shall it be?");
        slack.press(developer, sizes, "Fill in").acknowledged();
        Modal modal = slack.awaitModal();

        JsonNode answer = slack.submit(developer, modal, Map.of("storage", "0", "cpu", "2", "memory", "4"))
                .answer();

        assertThat(answer.path("response_action").asString()).isEqualTo("errors");
        assertThat(answer.path("errors").path("f:storage").asString()).isNotBlank();
        assertThat(answer.path("errors").size()).isEqualTo(1);
        slack.submit(developer, modal, Map.of("storage", "10", "cpu", "2", "memory", "4"))
                .acknowledged();
        slack.awaitMessage("D" + developer, "Shall I send it");
    }

    @Test
    void twoAgentsInTheSameSecondAreOneDecision() throws InterruptedException {
        Msg card = request();
        try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
            hands.execute(() -> slack.press(agent, card, "approve").acknowledged());
            hands.execute(() -> slack.press(other, card, "approve").acknowledged());
        }
        List<String> told = List.of(slack.awaitWhisper(agent), slack.awaitWhisper(other));
        assertThat(told).anyMatch(text -> text.contains("already") || text.contains("approved"));
        assertThat(stage.commands().stream().filter(command -> command.equals("Spaces.provision " + space)))
                .hasSize(1);
    }

    @Test
    void refusesWithAReasonFromAFormThatInsistsOnOne() {
        Msg card = request();
        slack.press(agent, card, "deny").acknowledged();
        Modal modal = slack.awaitModal();
        assertThat(slack.submit(agent, modal, Map.of("reason", " ")).answer().toString())
                .contains("errors")
                .contains("f:reason");
        slack.submit(agent, modal, Map.of("reason", "Please use the shop’s space"))
                .acknowledged();
        onDesk("refused");
        assertThat(card.shown()).contains("Please use the shop’s space");
    }

    @Test
    void aDeveloperDecidesNothingAndIsToldInPrivate() {
        Msg card = request();
        slack.press(developer, card, "approve").acknowledged();
        assertThat(slack.awaitWhisper(developer)).isNotBlank();
        assertThat(stage.audit()).contains("wei-" + developer.toLowerCase(Locale.ROOT) + " approval.not-allowed");
        assertThat(card.shown()).contains("waiting for a decision");
    }

    @Test
    void helpsInAThread() {
        slack.say(developer, "human").acknowledged();
        slack.awaitMessage("D" + developer, "about");
        slack.say(developer, "my pods are crashing " + space).acknowledged();
        Msg call = onDesk(space);
        slack.reply(agent, call, "looks like memory").acknowledged();
        assertThat(slack.awaitWhisper(agent)).contains("private note");
        slack.press(agent, call, "take").acknowledged();
        slack.reply(agent, call, "hello, I am here " + space).acknowledged();
        slack.awaitMessage("D" + developer, "hello, I am here " + space);
        slack.say(developer, "thank you so much " + space).acknowledged();
        Msg below = onDesk("thank you so much " + space);
        assertThat(below.thread()).isEqualTo(call.ts());
        assertThat(slack.messages(DESK)).noneMatch(message -> message.shown().contains("hello, I am here " + space));
        FakeSlack.await(
                () -> {
                    stage.clock().forward(Duration.ofMillis(200));
                    return call.button("resolve").isPresent();
                },
                call::shown);
        slack.press(agent, call, "resolve").acknowledged();
        slack.awaitMessage("D" + developer, "helpful");
    }

    @Test
    void takesEachEventOnceHoweverOftenItComes() {
        slack.faults().duplicate(1);
        slack.faults().loseAcks(2);
        Told told = slack.say(developer, "status " + space);
        slack.pass(Duration.ofSeconds(3));
        told.acknowledged();
        slack.awaitMessage("D" + developer, "");
        String name = "wei-" + developer.toLowerCase(Locale.ROOT);
        assertThat(stage.bean(JdbcClient.class)
                        .sql("""
                                SELECT count(*) FROM conversations.transcript t
                                  JOIN conversations.conversation c ON c.id = t.conversation
                                 WHERE c.person = :person AND t.author = 'PERSON'""")
                        .param("person", name)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void tellsAgainWhatGotLostOnItsWay() {
        slack.faults().drop(1);
        Told told = slack.say(developer, "help");
        slack.pass(Duration.ofSeconds(3));
        told.acknowledged();
        slack.awaitMessage("D" + developer, "cancel");
    }

    @Test
    void waitsAsLongAsSlackWants() {
        slack.faults().limit("chat.postMessage", 30);
        slack.say(developer, "help").acknowledged();
        FakeSlack.await(() -> waiting() > 0, () -> "something to wait");
        stage.clock().forward(Duration.ofSeconds(31));
        slack.awaitMessage("D" + developer, "cancel");
    }

    @Test
    void whatWaitsForOneChannelHoldsUpNoOther() {
        slack.faults().limit("chat.postMessage", developer, 30);
        slack.say(developer, "help").acknowledged();
        FakeSlack.await(() -> waiting() > 0, () -> "something to wait");

        slack.say(agent, "help").acknowledged();
        slack.awaitMessage("D" + agent, "cancel");
        assertThat(slack.messages("D" + developer))
                .noneMatch(message -> message.shown().contains("cancel"));

        stage.clock().forward(Duration.ofSeconds(31));
        slack.awaitMessage("D" + developer, "cancel");
    }

    @Test
    void writesNothingTwiceWhenAnAnswerGotLost() {
        slack.faults().loseAnswer("chat.postMessage");
        slack.say(developer, "help").acknowledged();
        slack.awaitMessage("D" + developer, "cancel");
        FakeSlack.await(() -> waiting() > 0, () -> "something uncertain");
        stage.clock().forward(Duration.ofSeconds(10));
        FakeSlack.await(() -> waiting() == 0, () -> "everything to be sent");
        assertThat(slack.messages("D" + developer).stream()
                        .filter(message -> message.shown().contains("cancel")))
                .hasSize(1);
    }

    @Test
    void comesBackAfterADisconnect() {
        slack.disconnect();
        FakeSlack.await(() -> slack.openSockets() >= 2, () -> "two sockets again");
        slack.say(developer, "help");
        FakeSlack.await(
                () -> {
                    slack.pass(Duration.ofMinutes(5));
                    return slack.messages("D" + developer).stream()
                            .anyMatch(m -> m.shown().contains("cancel"));
                },
                () -> "an answer after the disconnect");
    }

    @Test
    void isUnwellWhileNoSocketIsAliveAndWellAgainWhenTheyAre() {
        SlackHealth health = stage.bean(SlackHealth.class);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("sockets", "2 of 2");

        slack.away(true);
        FakeSlack.await(() -> health.health().getStatus().equals(Status.DOWN), () -> "the loss to be seen");
        assertThat(health.health().getDetails()).containsEntry("sockets", "0 of 2");

        slack.away(false);
        FakeSlack.await(
                () -> "2 of 2".equals(health.health().getDetails().get("sockets")), () -> "the sockets to come back");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void showsTheJourneyOnTheHomeTab() {
        slack.openHome(developer).acknowledged();
        FakeSlack.await(() -> slack.home(developer).isPresent(), () -> "a home tab");
        assertThat(String.valueOf(slack.home(developer).orElseThrow())).contains("Get an account", "Nothing runs yet");
    }

    private static long waiting() {
        return stage.bean(JdbcClient.class)
                .sql(
                        "SELECT count(*) FROM conversations.delivery WHERE trouble IS NOT NULL AND sent IS DISTINCT FROM version")
                .query(Long.class)
                .single();
    }

    private Msg desk() {
        return request();
    }

    /** A request of the developer as the support channel shows it. */
    private Msg request() {
        slack.say(developer, "space apply " + space + " 10Gi").acknowledged();
        slack.awaitMessage("D" + developer, "for");
        slack.say(developer, "images of our shop").acknowledged();
        slack.press(developer, slack.awaitMessage("D" + developer, "yes"), "yes")
                .acknowledged();
        return onDesk(space);
    }

    /** What the support channel shows, once it does; its messages are edited once a second at the most. */
    private static Msg onDesk(String text) {
        FakeSlack.await(
                () -> {
                    stage.clock().forward(Duration.ofMillis(200));
                    return slack.messages(DESK).stream()
                            .anyMatch(message -> message.shown().contains(text));
                },
                () -> text + " on the desk");
        return slack.awaitMessage(DESK, text);
    }

    private static String number() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private static String username(String name, String user) {
        return name + "-" + user.toLowerCase(Locale.ROOT);
    }

    private static void person(String name, String user, Role role) {
        slack.user(user, name, "en-US");
        String username = username(name, user);
        stage.register(username, name, role);
        stage.bean(People.class).choose(username, "en");
        Links links = stage.bean(Links.class);
        String offer = links.offer(new Account("slack", FakeSlack.TEAM + "/" + user, name, user));
        links.confirm(offer.substring(offer.indexOf('#') + 1), username);
    }
}
