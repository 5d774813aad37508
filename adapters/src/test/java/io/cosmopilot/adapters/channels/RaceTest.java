package io.cosmopilot.adapters.channels;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.cosmopilot.adapters.discord.fake.FakeDiscord;
import io.cosmopilot.adapters.discord.fake.Room;
import io.cosmopilot.adapters.discord.fake.Seen;
import io.cosmopilot.adapters.discord.fake.Visitor;
import io.cosmopilot.adapters.slack.fake.FakeSlack;
import io.cosmopilot.adapters.slack.fake.Msg;
import io.cosmopilot.adapters.world.Browser;
import io.cosmopilot.adapters.world.HandClock;
import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Person.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** One request on the desk, on Slack and on Discord at once: lin is on Slack, ann on Discord, bob at the desk. */
class RaceTest {

    private static final String SUPPORT = "C0SUPPORT";
    private static final String LI = "U0LI";
    private static final HandClock CLOCK = new HandClock();
    private static final HikariDataSource DATABASE = Backstage.fresh();
    private static final Platform PLATFORM = new Platform();
    private static final FakeSlack SLACK = new FakeSlack();
    private static final FakeDiscord DISCORD = FakeDiscord.start(CLOCK);
    private static final Room ROOM = DISCORD.channel("support");
    private static final Visitor AN = DISCORD.person("ann");
    private static final Visitor LINS = DISCORD.person("lin");
    private static House house = open();

    static {
        house.register("wei", "Wei", Role.DEVELOPER);
        house.register("lin", "Lin", Role.AGENT, Role.DEVELOPER);
        house.register("ann", "Ann", Role.AGENT);
        house.register("bob", "Bob", Role.AGENT);
        SLACK.user(LI, "Lin", "en-US");
        house.link(new Account("slack", FakeSlack.TEAM + "/" + LI, "Lin", LI), "lin");
        house.link(new Account("discord", AN.id(), "ann", AN.id()), "ann");
        house.link(new Account("discord", LINS.id(), "lin", LINS.id()), "lin");
    }

    private final String space = "s-" + UUID.randomUUID().toString().substring(0, 8);

    private static House open() {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "cosmopilot.slack.bot-token",
                FakeSlack.BOT_TOKEN,
                "cosmopilot.slack.app-token",
                FakeSlack.APP_TOKEN,
                "cosmopilot.slack.api-url",
                SLACK.apiUrl(),
                "cosmopilot.slack.locale",
                "en",
                "cosmopilot.slack.support-channels",
                SUPPORT));
        properties.putAll(Map.of(
                "cosmopilot.discord.token", DISCORD.token(),
                "cosmopilot.discord.api", DISCORD.api(),
                "cosmopilot.discord.gateway", DISCORD.gateway(),
                "cosmopilot.discord.support-channels", ROOM.id(),
                "cosmopilot.discord.support-language", "en"));
        House opened = new House(DATABASE, CLOCK, PLATFORM, properties);
        DISCORD.awaitBot();
        opened.await(() -> SLACK.openSockets() == 1, () -> "a socket");
        return opened;
    }

    @AfterAll
    static void close() {
        house.close();
        SLACK.close();
        DISCORD.close();
        DATABASE.close();
    }

    @Test
    void twoAgentsInTheSameSecondOnTwoChannelsAreOneDecision() throws Exception {
        house.asksFor(space, "wei");
        Msg card = onSlack("Approve");
        Seen seen = onDiscord("Approve");
        assertThat(onDesk().get("state").asString()).isEqualTo("requested");

        CountDownLatch now = new CountDownLatch(1);
        String li;
        String an;
        try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
            Future<String> first = hands.submit(() -> {
                now.await();
                SLACK.press(LI, card, "Approve").acknowledged();
                return SLACK.awaitWhisper(LI);
            });
            Future<String> second = hands.submit(() -> {
                now.await();
                return AN.presses(seen, "Approve").told().content();
            });
            now.countDown();
            li = first.get();
            an = second.get();
        }

        String winner = onDesk().get("decidedBy").asString();
        assertThat(List.of("lin", "ann")).contains(winner);
        assertThat(winner.equals("lin") ? li : an).contains("Approved: the image space “" + space + "”");
        assertThat(winner.equals("lin") ? an : li)
                .contains((winner.equals("lin") ? "Lin" : "Ann") + " approved this just now");
        assertThat(PLATFORM.commands())
                .filteredOn(("provision " + space + " 10 GiB for wei")::equals)
                .hasSize(1);
        house.await(() -> card.button("Approve").isEmpty(), card::shown);
        assertThat(card.shown()).contains(winner.equals("lin") ? "Lin" : "Ann");
        house.await(() -> discord().labels().isEmpty(), () -> discord().all());
        assertThat(discord().all()).contains(winner.equals("lin") ? "Lin" : "Ann");
        assertThat(onDesk().get("state").asString()).isEqualTo("approved");
    }

    @Test
    void theDeskIsTooLateWhenAChannelWasFaster() {
        house.asksFor(space, "wei");
        Msg card = onSlack("Approve");
        SLACK.press(LI, card, "Approve").acknowledged();

        Browser.Answer late = decide("bob");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Lin decided this just now");
        assertThat(PLATFORM.commands())
                .filteredOn(("provision " + space + " 10 GiB for wei")::equals)
                .hasSize(1);
    }

    @Test
    void nobodyDecidesTheirOwnRequestAnywhere() {
        house.asksFor(space, "lin");
        Msg card = onSlack("Approve");

        SLACK.press(LI, card, "Approve").acknowledged();

        assertThat(SLACK.awaitWhisper(LI)).contains("another agent decides it");
        LINS.presses(onDiscord("Approve"), "Approve")
                .told(told -> told.content().contains("another agent decides it"));
        assertThat(decide("lin").status()).isEqualTo(403);
        assertThat(onDesk().get("state").asString()).isEqualTo("requested");
        assertThat(PLATFORM.commands()).noneMatch(command -> command.contains(space));
        assertThat(house.audit()).anyMatch(line -> line.startsWith("lin approval."));
    }

    @Test
    void aButtonFromBeforeARestartWorks() {
        house.asksFor(space, "wei");
        Msg card = onSlack("Approve");
        Seen seen = onDiscord("Approve");

        house.close();
        house = open();
        AN.presses(seen, "Approve").told(told -> told.content().contains("Approved: "));

        assertThat(PLATFORM.commands()).contains("provision " + space + " 10 GiB for wei");
        house.await(() -> card.button("Approve").isEmpty(), card::shown);
        house.await(() -> discord().labels().isEmpty(), () -> discord().all());
    }

    private Msg onSlack(String label) {
        house.await(() -> slack(label).isPresent(), () -> space + " in " + SLACK.messages(SUPPORT));
        return slack(label).orElseThrow();
    }

    private Optional<Msg> slack(String label) {
        return SLACK.messages(SUPPORT).stream()
                .filter(message ->
                        message.shown().contains(space) && message.button(label).isPresent())
                .findFirst();
    }

    private Seen onDiscord(String label) {
        house.await(
                () -> ROOM.messages().stream()
                        .anyMatch(seen ->
                                seen.all().contains(space) && seen.labels().contains(label)),
                () -> space + " in " + ROOM);
        return discord();
    }

    private Seen discord() {
        return ROOM.messages().stream()
                .filter(seen -> seen.all().contains(space))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode onDesk() {
        return desk("bob")
                .get("/api/desk/queue")
                .json()
                .get("approvals")
                .valueStream()
                .filter(item -> item.get("title").asString().contains(space))
                .findFirst()
                .orElseThrow();
    }

    private Browser.Answer decide(String agent) {
        return desk(agent)
                .post(
                        "/api/desk/approvals/" + onDesk().get("approval").asString() + "/decision",
                        "{\"decision\":\"approve\"}");
    }

    private static Browser desk(String agent) {
        return new Browser(house.port()).signIn(agent, House.PASSWORD);
    }
}
