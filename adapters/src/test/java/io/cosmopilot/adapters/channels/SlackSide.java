package io.cosmopilot.adapters.channels;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.adapters.slack.fake.FakeSlack;
import io.cosmopilot.adapters.slack.fake.Msg;
import io.cosmopilot.conversations.Account;

/** Slack through its SDK, over two sockets: direct messages and a support channel. */
final class SlackSide implements Side {

    private static final String WEI = "U0WEI";
    private static final String LI = "U0LIN";
    private static final String STRANGER = "U0NOBODY";
    private static final String SUPPORT = "C0SUPPORT";

    private final FakeSlack slack = new FakeSlack();
    private @Nullable House house;

    @Override
    public String channel() {
        return "slack";
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of(
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
                SUPPORT);
    }

    @Override
    public void enter(House open) {
        boolean first = house == null;
        house = open;
        open.await(() -> slack.openSockets() == 2, () -> "two sockets");
        if (first) {
            slack.user(WEI, "Wei", "en-US").user(LI, "Lin", "en-US").user(STRANGER, "Somebody", "en-US");
            open.link(account(WEI, "Wei"), "wei");
            open.link(account(LI, "Lin"), "lin");
        }
    }

    private static Account account(String user, String name) {
        return new Account("slack", FakeSlack.TEAM + "/" + user, name, user);
    }

    FakeSlack slack() {
        return slack;
    }

    @Override
    public void says(String text) {
        slack.say(WEI, text).acknowledged();
    }

    @Override
    public void saysTwice(String text) {
        slack.faults().duplicate(1);
        slack.say(WEI, text).acknowledged();
    }

    @Override
    public void presses(String label) {
        slack.press(WEI, message("D" + WEI, message -> message.button(label).isPresent(), label), label)
                .acknowledged();
    }

    @Override
    public void fills(Map<String, String> fields) {
        presses("Fill in");
        slack.submit(WEI, slack.awaitModal(), fields).acknowledged();
    }

    @Override
    public void reads(String text) {
        message("D" + WEI, message -> message.shown().contains(text), text);
    }

    @Override
    public int messages() {
        return slack.messages("D" + WEI).size();
    }

    @Override
    public void decides(String subject, String label) {
        slack.press(LI, onDesk(subject, label), label).acknowledged();
    }

    @Override
    public void takesOver(String topic) {
        slack.press(LI, onDesk(topic, "Take over"), "Take over").acknowledged();
    }

    @Override
    public void answers(String topic, String text) {
        slack.reply(LI, onDesk(topic, "Resolve"), text).acknowledged();
    }

    @Override
    public void resolves(String topic) {
        slack.press(LI, onDesk(topic, "Resolve"), "Resolve").acknowledged();
    }

    @Override
    public Optional<String> strangerReads(String said) {
        slack.say(STRANGER, said).acknowledged();
        return Optional.of(message("D" + STRANGER, message -> true, "an answer").shown());
    }

    @Override
    public void close() {
        slack.close();
    }

    private Msg onDesk(String text, String label) {
        return message(
                SUPPORT,
                message ->
                        message.shown().contains(text) && message.button(label).isPresent(),
                text + " with “" + label + "”");
    }

    private Msg message(String channel, Predicate<Msg> wanted, String what) {
        Objects.requireNonNull(house)
                .await(
                        () -> slack.messages(channel).stream().anyMatch(wanted),
                        () -> what + " in " + channel + ", where there is " + slack.messages(channel) + "; refused: "
                                + slack.refusals());
        return slack.messages(channel).reversed().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }
}
