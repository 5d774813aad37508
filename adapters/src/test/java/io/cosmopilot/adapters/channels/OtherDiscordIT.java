package io.cosmopilot.adapters.channels;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.adapters.world.HandClock;
import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Person.Role;
import io.cosmopilot.conversations.Speaker;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A second opinion on how we talk with Discord, from a program that others have written. It has neither direct messages
 * nor sessions that are resumed, and it loses what is filled into forms: those are the made-up Discord's alone.
 */
class OtherDiscordIT {

    private static final String TOKEN = "MTIz.made.up";
    private static final String WEI = "200000000000000001";
    private static final String LIN = "200000000000000002";
    private static final String LOBBY = "300000000000000001";
    private static final String SUPPORT = "300000000000000002";

    private final Npm discord = Npm.start("discord", TOKEN);
    private final HikariDataSource database = Backstage.fresh();
    private final Platform platform = new Platform();
    private final House house = new House(
            database,
            new HandClock(),
            platform,
            Map.of(
                    "cosmopilot.discord.token",
                    TOKEN,
                    "cosmopilot.discord.api",
                    discord.url() + "/api/v10/",
                    "cosmopilot.discord.gateway",
                    discord.url().replace("http", "ws") + "/gateway",
                    "cosmopilot.discord.support-channels",
                    SUPPORT,
                    "cosmopilot.discord.support-language",
                    "en",
                    // Its embeds have no type, as real ones do; nobody needs it.
                    "logging.level.net.dv8tion.jda.internal.entities.EntityBuilder",
                    "off"));

    @AfterEach
    void close() {
        house.close();
        database.close();
        discord.close();
    }

    @Test
    void decidesOnTheCardHelpsInAThreadAndAnswersACommand() {
        enter();

        house.asksFor("kstore", "wei");
        JsonNode card = reads(SUPPORT, "kstore", "Approve");
        press(LIN, card, "Approve");
        house.await(() -> find(SUPPORT, "kstore", "Approve").isEmpty(), () -> shown(SUPPORT));
        reads(SUPPORT, "\"text\":\"Approved\"", "");
        assertThat(platform.commands()).containsExactly("provision kstore 10 GiB for wei");

        says("human");
        says("my pods are crashing");
        press(LIN, reads(SUPPORT, "my pods are crashing", "Take over"), "Take over");
        reads(SUPPORT, "my pods are crashing", "Resolve");
        says("are you there?");
        house.await(() -> !ask("threads", Map.of("channel", SUPPORT)).isEmpty(), () -> shown(SUPPORT));
        String thread =
                ask("threads", Map.of("channel", SUPPORT)).path(0).path("id").asString();
        reads(thread, "are you there?", "");
        ask("says", Map.of("user", LIN, "channel", thread, "text", "have you tried another browser?"));
        house.await(
                () -> house.ending("wei", "web").toString().contains("another browser"),
                () -> house.ending("wei", "web").toString());

        answered(ask("command", Map.of("user", WEI, "channel", LOBBY, "sub", "status")));
        reads(LOBBY, "▸ status", "");
    }

    private void enter() {
        house.register("wei", "Wei", Role.DEVELOPER);
        house.register("lin", "Lin", Role.AGENT);
        house.link(new Account("discord", WEI, "wei", WEI), "wei");
        house.link(new Account("discord", LIN, "lin", LIN), "lin");
        house.await(() -> ask("commands", Map.of()).toString().contains("cosmo"), () -> "the commands");
        assertThat(house.health("discord").getDetails()).containsEntry("gateway", "connected");
    }

    /** In the web chat. */
    private void says(String text) {
        house.bean(Inbox.class)
                .receive(
                        new Speaker("web", "wei", Locale.ENGLISH),
                        new Incoming.Said(UUID.randomUUID().toString(), text));
    }

    private void press(String who, JsonNode message, String label) {
        answered(ask(
                "presses",
                Map.of(
                        "user", who,
                        "channel", message.path("channel_id").asString(),
                        "message", message.path("id").asString(),
                        "button", button(message, label).orElseThrow())));
    }

    private void answered(JsonNode interaction) {
        String id = interaction.path("id").asString();
        house.await(
                () -> ask("answered", Map.of("interaction", id))
                        .path("acknowledged")
                        .asBoolean(),
                () -> "an answer to the interaction");
    }

    private JsonNode reads(String channel, String text, String label) {
        house.await(() -> find(channel, text, label).isPresent(), () -> text + " in " + shown(channel));
        return find(channel, text, label).orElseThrow();
    }

    private Optional<JsonNode> find(String channel, String text, String label) {
        return ask("messages", Map.of("channel", channel))
                .valueStream()
                .filter(message -> message.toString().contains(text))
                .filter(message -> label.isEmpty() || button(message, label).isPresent())
                .findFirst();
    }

    private static Optional<String> button(JsonNode message, String label) {
        return message.path("components")
                .valueStream()
                .flatMap(row -> row.path("components").valueStream())
                .filter(part -> part.path("label").asString("").equals(label))
                .map(part -> part.path("custom_id").asString())
                .findFirst();
    }

    private String shown(String channel) {
        return ask("messages", Map.of("channel", channel)).toString();
    }

    private JsonNode ask(String deed, Map<String, String> more) {
        var all = JsonMapper.shared().createObjectNode().put("do", deed);
        more.forEach(all::put);
        return JsonMapper.shared().readTree(discord.ask(all.toString()));
    }
}
