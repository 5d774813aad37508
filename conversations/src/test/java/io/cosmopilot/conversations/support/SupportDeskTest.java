package io.cosmopilot.conversations.support;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Desk;
import io.cosmopilot.conversations.Desk.Case;
import io.cosmopilot.conversations.Desk.Mode;
import io.cosmopilot.conversations.Desk.NotAllowed;
import io.cosmopilot.conversations.Desk.NotTakenOver;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Message.Author;
import io.cosmopilot.conversations.Office;
import io.cosmopilot.conversations.People.Invalid;
import io.cosmopilot.conversations.Person.Role;
import io.cosmopilot.conversations.Transcripts.Subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupportDeskTest {

    private final Office office = new Office();
    private final Desk desk = office.bean(Desk.class);
    private final UUID wei = office.person("wei", "王伟", Locale.SIMPLIFIED_CHINESE, Role.DEVELOPER);
    private final UUID lili = office.person("lili", "小李", Locale.ENGLISH, Role.AGENT);
    private final UUID zhao = office.person("zhao", "Zhao", Locale.ENGLISH, Role.AGENT);

    @AfterAll
    void close() {
        office.close();
    }

    @BeforeEach
    void weiWaitsForAPerson() {
        office.jdbc()
                .sql("TRUNCATE conversations.transcript, conversations.audit, conversations.note, conversations.rating")
                .update();
        office.turn(wei, exchange -> {
            exchange.write(Author.PERSON, "王伟", List.of(new Block.Text("连不上数据库")));
            exchange.handTo(Mode.WAITING, null, "数据库 " + exchange.before().version());
        });
    }

    @Test
    void agentsAreCalledWhenSomebodyWaits() {
        assertThat(last(lili)).startsWith("王伟 asks for a person: 数据库");
        assertThat(office.said(zhao).getLast().blocks())
                .contains(new Block.Link("/desk#conversation=" + wei, "Open at the desk"));
        assertThat(office.said(wei)).hasSize(1);
    }

    @Test
    void whoWaitsIsListedFirstWithTheLatestWords() {
        Case first = desk.cases("lili").getFirst();

        assertThat(first.conversation()).isEqualTo(wei.toString());
        assertThat(first.mode()).isEqualTo(Mode.WAITING);
        assertThat(first.lastMessage()).isEqualTo("连不上数据库");
        assertThat(first.since()).isEqualTo(office.clock().instant());
        assertThat(desk.cases("lili")).extracting(Case::mode).startsWith(Mode.WAITING, Mode.BOT);
        assertThat(desk.find("lili", wei.toString())).contains(first);
        assertThat(desk.find("lili", "nonsense")).isEmpty();
    }

    @Test
    void anAgentTakesOverSpeaksAndHandsBack() {
        assertThatExceptionOfType(NotTakenOver.class).isThrownBy(() -> desk.say("lili", wei.toString(), "你好"));

        desk.takeOver("lili", wei.toString());
        desk.say("lili", wei.toString(), "你好，我看看");
        desk.handBack("lili", wei.toString());

        assertThat(office.said(wei))
                .extracting(Message::author)
                .containsExactly(Author.PERSON, Author.SYSTEM, Author.AGENT, Author.SYSTEM);
        assertThat(office.said(wei).get(2).name()).isEqualTo("小李");
        assertThat(text(office.said(wei).get(1))).startsWith("客服 小李 接手了");
        assertThat(mode()).isEqualTo(Mode.BOT);
        assertThat(office.audit()).containsExactly("lili desk.taken-over", "lili desk.handed-back");
    }

    @Test
    void ofTwoAgentsTheLaterHasTheFloor() {
        desk.takeOver("lili", wei.toString());
        desk.takeOver("lili", wei.toString());
        desk.takeOver("zhao", wei.toString());

        assertThat(office.said(wei)).hasSize(3);
        assertThatExceptionOfType(NotTakenOver.class).isThrownBy(() -> desk.say("lili", wei.toString(), "你好"));
        assertThatExceptionOfType(NotTakenOver.class).isThrownBy(() -> desk.resolve("lili", wei.toString()));
        desk.say("zhao", wei.toString(), "hello");
        assertThat(last(wei)).isEqualTo("hello");
    }

    @Test
    void aResolvedMatterIsRated() {
        desk.takeOver("lili", wei.toString());
        desk.resolve("lili", wei.toString());

        assertThat(office.said(wei).getLast().blocks())
                .contains(
                        new Block.Rating(List.of(Block.Choice.of("up", "👍 帮到了"), Block.Choice.of("down", "👎 没帮到"))));
        rate("down");
        assertThat(last(wei)).startsWith("谢谢你告诉我们");
        rate("up");
        assertThat(office.jdbc()
                        .sql("SELECT agent || ' ' || verdict FROM conversations.rating")
                        .query(String.class)
                        .list())
                .containsExactly("lili up");
        rate("sideways");
        assertThat(last(wei)).startsWith("现在没有需要评价的");
    }

    @Test
    void notesAreForAgentsOnly() {
        desk.note("lili", wei.toString(), "quota was raised last week");

        assertThat(desk.notes("zhao", wei.toString()))
                .extracting(Desk.Note::author, Desk.Note::text)
                .containsExactly(tuple("lili", "quota was raised last week"));
        assertThat(office.said(wei)).hasSize(1);
    }

    @Test
    void whoIsNoAgentIsTurnedAwayAndAudited() {
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.cases("wei"));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.approvals("wei"));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.takeOver("wei", wei.toString()));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.notes("nobody", wei.toString()));

        assertThat(office.audit())
                .containsExactly(
                        "wei desk.not-allowed",
                        "wei desk.not-allowed",
                        "wei desk.not-allowed",
                        "nobody desk.not-allowed");
        assertThat(mode()).isEqualTo(Mode.WAITING);
    }

    @Test
    void whatDoesNotExistOrSaysNothingIsNamed() {
        String nowhere = UUID.randomUUID().toString();
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> desk.takeOver("lili", nowhere));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> desk.note("lili", wei.toString(), " "));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> desk.decide("lili", nowhere, Desk.Decision.APPROVE, null, ""));
    }

    @Test
    void anOpenDeskHearsEveryChange() throws InterruptedException {
        BlockingQueue<Optional<String>> heard = new LinkedBlockingQueue<>();
        try (Subscription open = desk.follow(heard::add)) {
            assertThat(open).isNotNull();
            desk.takeOver("lili", wei.toString());
            assertThat(next(heard, Optional.empty())).isTrue();
            desk.say("lili", wei.toString(), "hello");
            assertThat(next(heard, Optional.of(wei.toString()))).isTrue();
            desk.note("lili", wei.toString(), "a note");
            assertThat(next(heard, Optional.of(wei.toString()))).isTrue();
        }
    }

    @Test
    void presenceIsWhoWasAtTheDeskLately() {
        Presence presence = office.bean(Presence.class);
        desk.cases("lili");
        assertThat(presence.anybodyFor("wei")).isTrue();
        office.clock().pass(Duration.ofMinutes(11));
        assertThat(presence.anybodyFor("wei")).isFalse();
        desk.cases("lili");
        assertThat(presence.anybodyFor("wei")).isTrue();
        assertThat(presence.anybodyFor("lili")).isFalse();
    }

    private static boolean next(BlockingQueue<Optional<String>> heard, Optional<String> expected)
            throws InterruptedException {
        Optional<String> change = heard.poll(10, TimeUnit.SECONDS);
        while (change != null && !change.equals(expected)) {
            change = heard.poll(10, TimeUnit.SECONDS);
        }
        return change != null;
    }

    private void rate(String verdict) {
        office.turn(wei, exchange -> office.bean(Ratings.class).press(exchange, verdict));
    }

    private Mode mode() {
        return desk.find("lili", wei.toString()).orElseThrow().mode();
    }

    private String last(UUID conversation) {
        return text(office.said(conversation).getLast());
    }

    private static String text(Message message) {
        return ((Block.Text) message.blocks().getFirst()).text();
    }
}
