package io.cosmopilot.adapters.channels;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.cosmopilot.adapters.blocks.Sample;
import io.cosmopilot.adapters.slack.fake.FakeSlack;
import io.cosmopilot.adapters.world.HandClock;
import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Address;
import io.cosmopilot.conversations.Address.Audience;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.ChatAdapter;
import io.cosmopilot.conversations.Delivery;
import io.cosmopilot.conversations.Message.Author;
import io.cosmopilot.conversations.Person.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** A second opinion on how we use Slack's Web API, and on whether the scopes in the manifest are enough for it. */
class OtherSlackIT {

    private final OtherSlack slack = new OtherSlack();
    private final HikariDataSource database = Backstage.fresh();
    private final Platform platform = new Platform();
    private final String support = slack.channel("support");
    private final String wei = slack.user("wei");
    private final String lin = slack.user("lin");
    private final String direct = slack.direct(wei);
    private final House house = new House(
            database,
            new HandClock(),
            platform,
            Map.of(
                    "cosmopilot.slack.bot-token",
                    FakeSlack.BOT_TOKEN,
                    "cosmopilot.slack.signing-secret",
                    FakeSlack.SECRET,
                    "cosmopilot.slack.api-url",
                    slack.api(),
                    "cosmopilot.slack.support-channels",
                    support,
                    "cosmopilot.slack.locale",
                    "en"));
    private final OtherSlack.Hands weis = slack.new Hands(house.port(), wei);
    private final OtherSlack.Hands lins = slack.new Hands(house.port(), lin);

    @AfterEach
    void close() {
        house.close();
        database.close();
        slack.close();
    }

    @Test
    void goesTheWayFromAWishToAGrantedSpaceAndHelpsInAThread() {
        enter();

        weis.say("space apply kstore");
        reads("What is the space for?");
        weis.say("images of our shop");
        JsonNode sizes = reads("How big shall it be?");
        weis.press(direct, sizes, "Fill in");
        assertThat(slack.inspected("views")).contains("Numbers of my own", "used");
        String carried =
                OtherSlack.button(sizes, "Fill in").orElseThrow().path("value").asString();
        weis.submit(carried, Map.of("storage", "10", "cpu", "2", "memory", "4"));
        weis.press(direct, reads("Shall I send it"), "Yes, do it");
        reads("A support agent decides");

        lins.press(support, onDesk("kstore", "Approve"), "Approve");
        house.await(() -> slack.find(support, "✅ approved", "").isPresent(), () -> shown(support));
        assertThat(slack.find(support, "kstore", "Approve")).isEmpty();
        assertThat(platform.commands()).containsExactly("provision kstore 10 GiB for wei");
        weis.openHome();
        assertThat(slack.inspected("views")).contains("Your way").doesNotContain("No App Home views");

        weis.say("human");
        weis.say("my pods are crashing");
        JsonNode call = onDesk("my pods are crashing", "Take over");
        lins.press(support, call, "Take over");
        reads("takes over");
        lins.reply(support, call, "have you tried another browser?");
        reads("another browser");
        weis.say("yes, twice");
        house.await(
                () -> slack.thread(support, call.path("ts").asString())
                        .toString()
                        .contains("yes, twice"),
                () -> shown(support));
    }

    @Test
    void sendsFilesAndFindsWhatItHasWritten() {
        enter();
        ChatAdapter channel = house.bean(ChatAdapter.class);
        var log = Sample.message(List.of(new Block.Code("log", "a line of a log\n".repeat(500))), Author.BOT);

        Delivery first = channel.deliver(address(false), log);
        Delivery again = channel.deliver(address(true), log);

        assertThat(first).isInstanceOf(Delivery.Delivered.class).isEqualTo(again);
        assertThat(slack.inspected("files")).contains("cosmopilot-12.log");
        assertThat(slack.find(direct, "a line of a log", "")).isPresent();
    }

    private Address address(boolean again) {
        return new Address("c", wei, null, null, Audience.PERSON, Locale.ENGLISH, "outlet/1", again);
    }

    private void enter() {
        house.register("wei", "Wei", Role.DEVELOPER);
        house.register("lin", "Lin", Role.AGENT);
        house.link(new Account("slack", slack.team() + "/" + wei, "Wei", wei), "wei");
        house.link(new Account("slack", slack.team() + "/" + lin, "Lin", lin), "lin");
        house.await(() -> "UP".equals(house.health("slack").getStatus().getCode()), () -> "Slack to tell who we are");
    }

    private JsonNode reads(String text) {
        house.await(() -> slack.find(direct, text, "").isPresent(), () -> text + " in " + shown(direct));
        return slack.find(direct, text, "").orElseThrow();
    }

    private JsonNode onDesk(String text, String label) {
        house.await(() -> slack.find(support, text, label).isPresent(), () -> text + " in " + shown(support));
        return slack.find(support, text, label).orElseThrow();
    }

    private String shown(String channel) {
        return slack.messages(channel).toString();
    }
}
