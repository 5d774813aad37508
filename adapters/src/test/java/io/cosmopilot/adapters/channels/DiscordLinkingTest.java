package io.cosmopilot.adapters.channels;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import io.cosmopilot.adapters.discord.fake.FakeDiscord;
import io.cosmopilot.adapters.discord.fake.Room;
import io.cosmopilot.adapters.discord.fake.Seen;
import io.cosmopilot.adapters.discord.fake.Visitor;
import io.cosmopilot.adapters.world.Browser;
import io.cosmopilot.adapters.world.HandClock;
import io.cosmopilot.conversations.Person.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** From a Discord account that is nobody's to one of somebody, by a link and the portal, and back. */
class DiscordLinkingTest {

    private static final Pattern LINK = Pattern.compile("https://portal\\.example\\.com/link#([\\w-]+)");
    private static final HandClock CLOCK = new HandClock();
    private static final HikariDataSource DATABASE = Backstage.fresh();
    private static final FakeDiscord DISCORD = FakeDiscord.start(CLOCK);
    private static final Room LOBBY = DISCORD.channel("lobby");
    private static final Room SUPPORT = DISCORD.channel("support");
    private static final House HOUSE = new House(
            DATABASE,
            CLOCK,
            new Platform(),
            Map.of(
                    "cosmopilot.discord.token", DISCORD.token(),
                    "cosmopilot.discord.api", DISCORD.api(),
                    "cosmopilot.discord.gateway", DISCORD.gateway(),
                    "cosmopilot.discord.support-channels", SUPPORT.id(),
                    "cosmopilot.discord.support-language", "en"));

    static {
        DISCORD.awaitBot();
        HOUSE.await(() -> !DISCORD.commands().isEmpty(), () -> "the commands");
    }

    private final String name = "wei-" + UUID.randomUUID().toString().substring(0, 8);
    private final Visitor visitor = DISCORD.person(name);

    @AfterAll
    static void close() {
        HOUSE.close();
        DISCORD.close();
        DATABASE.close();
    }

    @Test
    void aDirectMessageIsAnsweredByALinkThatTheSignedInPersonConfirms() {
        String secret = invited();
        Browser wei = registered(name);

        assertThat(wei.post("/api/me/links/asking", body(secret)).body())
                .isEqualTo("{\"channel\":\"discord\",\"name\":\"%s\"}".formatted(name));
        assertThat(wei.get("/api/me/links").body()).isEqualTo("[]");
        assertThat(wei.post("/api/me/links", body(secret)).status()).isEqualTo(201);
        assertThat(wei.get("/api/me/links").body()).contains("discord", name);

        visitor.says("my applications");
        reads(visitor, "image space");
        assertThat(HOUSE.audit()).contains(name + " account.linked");
    }

    @Test
    void aLinkIsOfUseOnce() {
        String secret = invited();
        assertThat(registered(name).post("/api/me/links", body(secret)).status())
                .isEqualTo(201);

        Browser eve = registered("eve-" + name);

        assertThat(eve.post("/api/me/links/asking", body(secret)).status()).isEqualTo(404);
        assertThat(eve.post("/api/me/links", body(secret)).status()).isEqualTo(404);
        assertThat(eve.get("/api/me/links").body()).isEqualTo("[]");
    }

    @Test
    void aLinkIsOfUseForTenMinutes() {
        Browser wei = registered(name);
        String early = invited();
        CLOCK.forward(Duration.ofMinutes(9));
        assertThat(wei.post("/api/me/links/asking", body(early)).status()).isEqualTo(200);
        CLOCK.forward(Duration.ofMinutes(1).plusSeconds(1));

        assertThat(wei.post("/api/me/links/asking", body(early)).status()).isEqualTo(404);
        assertThat(wei.post("/api/me/links", body(early)).status()).isEqualTo(404);
        visitor.says("deploy nginx");
        HOUSE.await(() -> links(visitor) > 1, () -> "another link");
        assertThat(wei.get("/api/me/links").body()).isEqualTo("[]");
    }

    @Test
    void aCommandOnAServerIsAnsweredByALinkThatNobodyElseSees() {
        Visitor.Reaction reaction = visitor.commands(LOBBY, "status", Map.of()).answered();

        Seen told = reaction.told(seen -> LINK.matcher(seen.json().toString()).find());

        assertThat(LOBBY.messages()).noneMatch(seen -> seen.json().toString().contains("/link#"));
        assertThat(registered(name).post("/api/me/links", body(secret(told))).status())
                .isEqualTo(201);
    }

    @Test
    void aMentionOnAServerIsAnsweredByALinkInPrivate() {
        visitor.mentions(LOBBY, "deploy nginx");

        reads(visitor, "Link my account");
        LOBBY.awaits("answered you in our direct messages");
        assertThat(LOBBY.messages()).noneMatch(seen -> seen.json().toString().contains("/link#"));
    }

    @Test
    void whoeverUnlinksTheirAccountIsAGuestAgain() {
        String secret = invited();
        Browser wei = registered(name);
        wei.post("/api/me/links", body(secret));
        visitor.says("my applications");
        reads(visitor, "image space");
        long before = links(visitor);

        assertThat(wei.delete("/api/me/links/discord").status()).isEqualTo(204);
        visitor.says("my applications");

        HOUSE.await(() -> links(visitor) > before, () -> "a link in " + visitor.direct());
        assertThat(HOUSE.audit()).contains(name + " account.unlinked");
    }

    @Test
    void whoeverOnlyCallsThemselvesLikeSomebodyIsAGuest() {
        assertThat(registered(name).post("/api/me/links", body(invited())).status())
                .isEqualTo(201);
        Visitor namesake = DISCORD.person(name);

        namesake.says("my applications");

        reads(namesake, "Link my account");
    }

    @Test
    void whoeverIsNotLinkedDecidesNothingInTheSupportChannel() {
        HOUSE.register(name, "Wei", Role.DEVELOPER);
        HOUSE.asksFor("s-" + name, name);
        HOUSE.await(() -> card().isPresent(), () -> "the request in " + SUPPORT);

        Visitor.Reaction reaction = visitor.presses(card().orElseThrow(), "Approve");

        reaction.told(told -> told.json().toString().contains("/link#"));
        assertThat(card()).isPresent();
        assertThat(HOUSE.audit()).contains("guest:" + visitor.id() + " channel.not-linked");
    }

    private Optional<Seen> card() {
        return SUPPORT.messages().stream()
                .filter(seen ->
                        seen.all().contains("s-" + name) && seen.labels().contains("Approve"))
                .findFirst();
    }

    /** The secret of the link that a guest gets. */
    private String invited() {
        visitor.says("deploy nginx");
        return secret(reads(visitor, "Link my account"));
    }

    private static String secret(Seen seen) {
        Matcher link = LINK.matcher(seen.json().toString());
        assertThat(link.find()).as(seen.all()).isTrue();
        return link.group(1);
    }

    private static Seen reads(Visitor who, String text) {
        HOUSE.await(
                () -> who.direct().messages().stream()
                        .anyMatch(seen -> seen.all().contains(text)),
                () -> text + " in " + who.direct());
        return who.direct().awaits(text);
    }

    private static long links(Visitor who) {
        return who.direct().messages().stream()
                .filter(seen -> seen.json().toString().contains("/link#"))
                .count();
    }

    private static Browser registered(String username) {
        HOUSE.register(username, "Wei", Role.DEVELOPER);
        return new Browser(HOUSE.port()).signIn(username, House.PASSWORD);
    }

    private static String body(String secret) {
        return "{\"secret\":\"" + secret + "\"}";
    }
}
