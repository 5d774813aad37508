package io.cosmopilot.adapters.discord;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import io.cosmopilot.adapters.discord.fake.Seen;
import io.cosmopilot.adapters.discord.fake.Visitor;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Incoming;

import static org.assertj.core.api.Assertions.assertThat;

/** What goes wrong between the bot and Discord; each test is about somebody of its own. */
class ConnectionTest {

    private static final Stage STAGE = Stage.connected();

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @Test
    void whatIsLostWhenTheConnectionBreaksComesWithTheResume() {
        Visitor wei = STAGE.linked("wei");
        STAGE.say(wei, new Block.Text("Now?"), new Block.Choices(List.of(Block.Choice.of("yes", "Yes"))));
        Seen asked = wei.direct().awaits("Now?");
        int resumed = resumed();
        int identified = identified();

        STAGE.discord.faults().dropNext().dropNext();
        String said = wei.says("while it was broken");
        var pressed = wei.presses(asked, "Yes");
        STAGE.discord.disconnect();

        took(said);
        took(pressed.id());
        pressed.answered();
        assertThat(STAGE.discord.sessions())
                .containsEntry("resumed", resumed + 1)
                .containsEntry("identified", identified);
        assertThat(times(said)).isEqualTo(1);
    }

    @Test
    void whatComesTwiceIsDoneOnce() {
        Visitor wei = STAGE.linked("lin");
        STAGE.say(wei, new Block.Text("Twice?"), new Block.Choices(List.of(Block.Choice.of("yes", "Yes"))));
        Seen asked = wei.direct().awaits("Twice?");

        STAGE.discord.faults().duplicateNext();
        var pressed = wei.presses(asked, "Yes").answered();
        String after = wei.says("afterwards");

        took(after);
        assertThat(times(pressed.id())).isEqualTo(1);
    }

    @Test
    void whatComesLateIsStillInOrder() {
        Visitor wei = STAGE.linked("tang");

        STAGE.discord.faults().delayNext(Duration.ofMillis(200));
        String first = wei.says("first");
        String second = wei.says("second");

        took(second);
        List<String> order = STAGE.reception.received().stream()
                .map(Incoming::id)
                .filter(id -> id.equals(first) || id.equals(second))
                .toList();
        assertThat(order).containsExactly(first, second);
    }

    @Test
    void itReconnectsWhenAskedTo() {
        int before = resumed();

        STAGE.discord.askToReconnect();

        STAGE.discord.await("a resume", () -> resumed() > before);
        String said = STAGE.linked("min").says("still there?");
        took(said);
    }

    @Test
    void aConnectionThatGivesNoSignOfLifeIsLeft() {
        int before = resumed();

        STAGE.discord.faults().heartbeat(Duration.ofMillis(100)).deafToHeartbeats(true);
        STAGE.discord.disconnect();
        STAGE.discord.await("a resume that nobody asked for", () -> resumed() > before + 1);
        STAGE.discord.faults().heartbeat(Duration.ofSeconds(41)).deafToHeartbeats(false);

        STAGE.discord.disconnect();
        took(STAGE.linked("bo").says("still there?"));
    }

    @Test
    void anEndedSessionIsFollowedByANewOne() {
        int before = identified();

        STAGE.discord.invalidateSession(false);

        STAGE.discord.await("a new session", () -> identified() > before);
        took(STAGE.linked("hua").says("hello again"));
    }

    @Test
    void aRateLimitIsWaitedFor() {
        Visitor wei = STAGE.linked("jun");
        STAGE.say(wei, new Block.Text("before"));

        STAGE.discord.faults().rateLimit("POST /channels/" + wei.direct().id() + "/messages", 1, 1);
        STAGE.say(wei, new Block.Text("after the limit"));
        for (int i = 0; i < 12; i++) {
            STAGE.say(wei, new Block.Text("burst " + i));
        }

        assertThat(wei.direct().messages())
                .extracting(Seen::content)
                .hasSize(14)
                .endsWith("burst 10", "burst 11");
    }

    @Test
    void anAnswerThatIsLostDoublesNothing() {
        Visitor wei = STAGE.linked("ying");
        STAGE.say(wei, new Block.Text("before"));

        STAGE.discord.faults().loseAnswer("POST /channels/" + wei.direct().id() + "/messages", 4);
        STAGE.say(wei, new Block.Text("said once"));

        assertThat(wei.direct().messages()).extracting(Seen::content).containsExactly("before", "said once");
    }

    @Test
    void aMessageThatIsGoneIsWrittenAnew() {
        Visitor wei = STAGE.linked("qing");
        Stage.Said said = STAGE.say(wei, new Block.Text("1 of 2"));

        STAGE.discord.faults().refuse("PATCH /channels/" + wei.direct().id(), 1, 404, 10008);
        said.now(new Block.Text("2 of 2"));

        assertThat(wei.direct().messages()).extracting(Seen::content).contains("2 of 2");
    }

    private static int resumed() {
        return STAGE.discord.sessions().getOrDefault("resumed", 0);
    }

    private static int identified() {
        return STAGE.discord.sessions().getOrDefault("identified", 0);
    }

    private static long times(String event) {
        return STAGE.reception.received().stream()
                .filter(incoming -> incoming.id().equals(event))
                .count();
    }

    private static void took(String event) {
        STAGE.discord.await(
                "the event " + event, () -> STAGE.reception.of(event).isPresent());
    }
}
