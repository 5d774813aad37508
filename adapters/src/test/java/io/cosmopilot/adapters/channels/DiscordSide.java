package io.cosmopilot.adapters.channels;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.adapters.discord.fake.FakeDiscord;
import io.cosmopilot.adapters.discord.fake.Room;
import io.cosmopilot.adapters.discord.fake.Seen;
import io.cosmopilot.adapters.discord.fake.Visitor;
import io.cosmopilot.adapters.world.HandClock;
import io.cosmopilot.conversations.Account;

/** Discord through its SDK, over the gateway: direct messages and a support channel. */
final class DiscordSide implements Side {

    private final FakeDiscord discord;
    private final Room support;
    private final Visitor wei;
    private final Visitor li;
    private @Nullable House house;

    DiscordSide(HandClock clock) {
        discord = FakeDiscord.start(clock);
        support = discord.channel("support");
        wei = discord.person("wei");
        li = discord.person("lin");
    }

    @Override
    public String channel() {
        return "discord";
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of(
                "cosmopilot.discord.token",
                discord.token(),
                "cosmopilot.discord.api",
                discord.api(),
                "cosmopilot.discord.gateway",
                discord.gateway(),
                "cosmopilot.discord.support-channels",
                support.id(),
                "cosmopilot.discord.support-language",
                "en");
    }

    @Override
    public void enter(House open) {
        boolean first = house == null;
        house = open;
        discord.awaitBot();
        if (first) {
            open.await(() -> !discord.commands().isEmpty(), () -> "the commands");
            open.link(account(wei), "wei");
            open.link(account(li), "lin");
        }
    }

    private static Account account(Visitor visitor) {
        return new Account("discord", visitor.id(), visitor.name(), visitor.id());
    }

    @Override
    public void says(String text) {
        wei.says(text);
    }

    @Override
    public void saysTwice(String text) {
        discord.faults().duplicateNext();
        wei.says(text);
    }

    @Override
    public void presses(String label) {
        press(wei, wei.direct(), seen -> true, label);
    }

    @Override
    public void fills(Map<String, String> fields) {
        Seen form = message(
                wei.direct(), seen -> seen.labels().stream().anyMatch(label -> label.startsWith("✏️")), "a form");
        String open = form.labels().stream()
                .filter(label -> label.startsWith("✏️"))
                .findFirst()
                .orElseThrow();
        wei.presses(form, open).submits(fields).answered();
    }

    @Override
    public void reads(String text) {
        message(wei.direct(), seen -> seen.all().contains(text), text);
    }

    @Override
    public int messages() {
        return (int) wei.direct().messages().stream()
                .filter(seen ->
                        !seen.json().path("author").path("id").asString().equals(wei.id()))
                .count();
    }

    @Override
    public void decides(String subject, String label) {
        press(li, support, seen -> seen.all().contains(subject), label);
    }

    @Override
    public void takesOver(String topic) {
        press(li, support, seen -> seen.all().contains(topic), "Take over");
    }

    @Override
    public void answers(String topic, String text) {
        Seen call = message(
                support, seen -> seen.all().contains(topic) && seen.labels().contains("Resolve"), topic);
        li.says(support.thread(call), text);
    }

    @Override
    public void resolves(String topic) {
        press(li, support, seen -> seen.all().contains(topic), "Resolve");
    }

    @Override
    public Optional<String> strangerReads(String said) {
        Visitor stranger = discord.person("somebody");
        String sent = stranger.says(said);
        return Optional.of(message(stranger.direct(), seen -> !seen.id().equals(sent), "an answer")
                .all());
    }

    @Override
    public void close() {
        discord.close();
    }

    private void press(Visitor who, Room where, Predicate<Seen> wanted, String label) {
        who.presses(message(where, wanted.and(seen -> seen.labels().contains(label)), label), label)
                .answered();
    }

    private Seen message(Room room, Predicate<Seen> wanted, String what) {
        Objects.requireNonNull(house)
                .await(() -> room.messages().stream().anyMatch(wanted), () -> what + ", where there is " + room);
        return room.messages().reversed().stream().filter(wanted).findFirst().orElseThrow();
    }
}
