package io.cosmopilot.adapters.discord;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cosmopilot.adapters.discord.fake.Room;
import io.cosmopilot.adapters.discord.fake.Seen;
import io.cosmopilot.adapters.discord.fake.Visitor;
import io.cosmopilot.conversations.Address;
import io.cosmopilot.conversations.Address.Audience;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Delivery;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Reception;

import static org.assertj.core.api.Assertions.assertThat;

class SupportChannelTest {

    private static final Stage STAGE = Stage.connected();

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @AfterEach
    void calm() {
        STAGE.reception.desk = (choice, fields) -> new Reception.Nothing();
    }

    @Test
    void aRequestIsDecidedOnItsMessageAndRevisedThere() {
        Visitor agnes = STAGE.linked("agnes");
        String remote = post(1, null, request("requested", "one"));

        agnes.presses(STAGE.support.awaits("wants space one"), "Approve").answered();

        assertThat(STAGE.reception.deeds()).contains("agnes approval:one:approve");
        Message decided = Stage.message(1, 1, request("approved", "one"));
        STAGE.adapter().deliver(STAGE.support(remote, null, "outlet/1"), decided);
        Seen revised = STAGE.support.awaits(
                "the revision",
                seen -> seen.all().contains("wants space one") && seen.all().contains("Approved"));
        assertThat(revised.labels()).isEmpty();
    }

    @Test
    void whoeverMayNotIsToldInPrivate() {
        Visitor wei = STAGE.linked("wei");
        post(2, null, request("requested", "two"));
        STAGE.reception.desk = (choice, fields) -> new Reception.Told("You may not decide this.");

        var reaction = wei.presses(STAGE.support.awaits("wants space two"), "Approve");

        assertThat(reaction.told().content()).isEqualTo("You may not decide this.");
        assertThat(STAGE.support.messages()).noneMatch(seen -> seen.content().contains("You may not"));
    }

    @Test
    void aCounterOfferIsAskedForInAFormAndMended() {
        Visitor agnes = STAGE.linked("agnes");
        post(3, null, request("requested", "three"));
        Block.Form form = new Block.Form(
                "Offer less",
                "Offer",
                List.of(new Block.Field("storage", Block.Kind.NUMBER, "Storage", null, true, 50, null, null)));
        STAGE.reception.desk = (choice, fields) -> fields.isEmpty()
                ? new Reception.Ask(choice, form)
                : "0".equals(fields.get("storage"))
                        ? new Reception.Mend(Map.of("storage", "at least 1"))
                        : new Reception.Told("Offered.");

        var pressed = agnes.presses(STAGE.support.awaits("wants space three"), "Counter");
        Seen mend = pressed.submits(Map.of("storage", "0"))
                .told(seen -> seen.content().contains("at least 1"));
        agnes.presses(mend, "✏️ Open the form")
                .submits(Map.of("storage", "20"))
                .told(seen -> seen.content().equals("Offered."));

        assertThat(STAGE.reception.deeds()).contains("agnes approval:three:counter {storage=20}");
    }

    @Test
    void aCallForHelpIsFollowedInAThread() {
        Visitor agnes = STAGE.linked("agnes");
        String root = post(4, null, new Block.Text("wei needs help with blog"));
        Address thread = STAGE.support(null, root, "outlet/5");
        Message words = new Message(
                5,
                0,
                Message.Author.PERSON,
                "Wei",
                Instant.EPOCH,
                null,
                null,
                List.of(new Block.Text("it does not start")));

        Delivery first = STAGE.adapter().deliver(thread, words);
        Delivery second = STAGE.adapter()
                .deliver(STAGE.support(null, root, "outlet/6"), Stage.message(6, 0, new Block.Text("more")));

        assertThat(first).isInstanceOf(Delivery.Delivered.class);
        assertThat(second).isInstanceOf(Delivery.Delivered.class);
        Room room = STAGE.support.thread(STAGE.support.awaits("wei needs help"));
        assertThat(room.awaits("it does not start").content()).startsWith("**Wei**");
        agnes.says(room, "have you tried turning it off and on?");
        STAGE.discord.await(
                "the agent's words",
                () -> STAGE.reception.deeds().contains("agnes " + root + ": have you tried turning it off and on?"));
    }

    @Test
    void aThreadIsFoundBelowAMessageThatTookTwo() {
        Visitor agnes = STAGE.linked("agnes");
        String root = post(7, null, new Block.Text("a long story " + "and so on ".repeat(300)));
        assertThat(root).contains(",");

        STAGE.adapter().deliver(STAGE.support(null, root, "outlet/8"), Stage.message(8, 0, new Block.Text("below")));
        Room room = STAGE.support.thread(STAGE.support.awaits("a long story"));
        room.awaits("below");
        agnes.says(room, "I see");

        STAGE.discord.await("the agent's words", () -> STAGE.reception.deeds().contains("agnes " + root + ": I see"));
    }

    @Test
    void aChannelThatIsGoneCannotBeReached() {
        Address nowhere = new Address(
                "00000000-0000-0001-0000-000000000001",
                "100000000000000001",
                null,
                null,
                Audience.AGENTS,
                Locale.ENGLISH,
                "outlet/9",
                false);

        assertThat(STAGE.adapter().deliver(nowhere, Stage.message(9, 0, new Block.Text("hello?"))))
                .isInstanceOf(Delivery.Undeliverable.class);
    }

    @Test
    void whatIsWrittenInOtherChannelsIsNobodysBusiness() {
        Room lobby = STAGE.discord.channel("lobby");
        Visitor wei = STAGE.linked("lobbyist");

        wei.says(lobby, "good morning");
        String direct = wei.says("hello bot");

        STAGE.discord.await(
                "the direct message", () -> STAGE.reception.of(direct).isPresent());
        assertThat(STAGE.reception.deeds()).noneMatch(deed -> deed.contains("good morning"));
    }

    private static String post(long seq, @Nullable String thread, Block... blocks) {
        Delivery delivery =
                STAGE.adapter().deliver(STAGE.support(null, thread, "outlet/" + seq), Stage.message(seq, 0, blocks));
        return ((Delivery.Delivered) delivery).remote();
    }

    private static Block request(String state, String id) {
        List<Block.Choice> choices = state.equals("requested")
                ? List.of(
                        new Block.Choice("approve", "Approve", Block.Style.PRIMARY),
                        Block.Choice.of("counter", "Counter"),
                        new Block.Choice("deny", "Deny", Block.Style.DANGER))
                : List.of();
        return new Block.Request(
                id,
                "Wei wants space " + id,
                state,
                List.of(new Block.Fact("Storage", "50 GiB"), new Block.Fact("Purpose", "a shop")),
                choices);
    }
}
