package io.cosmopilot.conversations.support;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cosmopilot.conversations.Address.Audience;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Desk;
import io.cosmopilot.conversations.Desk.Mode;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Message.Author;
import io.cosmopilot.conversations.Office;
import io.cosmopilot.conversations.Person.Role;
import io.cosmopilot.conversations.outlets.Outlets;
import io.cosmopilot.conversations.turns.Turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HelpClockTest {

    private final Office office = new Office();
    private final Desk desk = office.bean(Desk.class);
    private final HelpClock clock = office.bean(HelpClock.class);
    private final UUID wei = office.person("wei", "王伟", Locale.SIMPLIFIED_CHINESE, Role.DEVELOPER);
    private final UUID lili = office.person("lili", "小李", Locale.ENGLISH, Role.AGENT);
    private final UUID zhao = office.person("zhao", "Zhao", Locale.ENGLISH, Role.AGENT);
    private final UUID channel = office.bean(Turns.class).open("made-up", "#support", Locale.ENGLISH);

    @AfterAll
    void close() {
        office.close();
    }

    @BeforeEach
    void weiAsksForAPerson() {
        office.jdbc().sql("""
                        TRUNCATE conversations.transcript, conversations.inbound, conversations.audit,
                                 conversations.presence, conversations.help, conversations.support_call,
                                 conversations.outlet CASCADE""").update();
        office.bean(Outlets.class).open(channel, "made-up", "C1", Audience.AGENTS, Locale.ENGLISH);
        office.turn(wei, exchange -> exchange.handTo(Mode.BOT, null, null));
        says("连不上数据库");
        office.turn(wei, exchange -> exchange.handTo(Mode.WAITING, null, "database"));
    }

    @Test
    void whoeverWaitsIsToldOnceAndTheAgentsAreCalledAgainEverywhere() {
        pass(Duration.ofMinutes(14));
        assertThat(texts(wei)).hasSize(1);

        pass(Duration.ofMinutes(1));
        pass(Duration.ofMinutes(1));

        assertThat(texts(wei)).hasSize(2);
        assertThat(texts(wei).getLast()).startsWith("你已经等了 15 分钟，现在没有客服在线").contains("第 1 位", "继续问我");
        assertThat(office.said(wei).getLast().blocks())
                .contains(new Block.Choices(List.of(Block.Choice.of("bot", "先和助手继续"))));
        String raised = "⏰ 王伟 has been waiting for 15 minutes, and nobody has taken over: database";
        assertThat(texts(lili)).filteredOn(raised::equals).hasSize(1);
        assertThat(texts(zhao)).filteredOn(raised::equals).hasSize(1);
        assertThat(texts(channel)).last().isEqualTo(raised);
        assertThat(texts(channel)).hasSize(2);
        assertThat(buttons(1)).containsExactly("take");
    }

    @Test
    void whoWaitsWhileAgentsAreThereIsNotToldThatNobodyIs() {
        desk.cases("lili");
        office.clock().pass(Duration.ofMinutes(8));
        desk.cases("lili");
        pass(Duration.ofMinutes(8));
        assertThat(texts(wei).getLast()).contains("我刚刚又通知了客服");
    }

    @Test
    void aLongWaitIsRaisedAgainButNotForEveryTimeThatWasMissed() {
        pass(Duration.ofHours(5));
        assertThat(texts(wei)).hasSize(2).last().asString().startsWith("你已经等了 5 小时");
        pass(Duration.ofHours(20));
        assertThat(texts(wei)).hasSize(3).last().asString().startsWith("你已经等了 1 天");
        pass(Duration.ofDays(3));
        assertThat(texts(wei)).hasSize(3);
    }

    @Test
    void takingOverStopsTheClockAndIsSeenWhereverItWasRaised() {
        pass(Duration.ofMinutes(15));
        desk.takeOver("zhao", wei.toString());

        assertThat(texts(channel))
                .satisfiesExactly(
                        call -> assertThat(call).contains("Zhao has taken over: their words below go to the person"),
                        reminder -> assertThat(reminder)
                                .isEqualTo("王伟 asks for a person: database\n\n"
                                        + "Zhao has taken over; the talk goes on below the call."));
        assertThat(buttons(0)).containsExactly("resolve", "back");
        assertThat(buttons(1)).isEmpty();

        desk.say("zhao", wei.toString(), "hello");
        pass(Duration.ofDays(2));
        assertThat(texts(wei)).last().isEqualTo("hello");
        desk.resolve("zhao", wei.toString());
        assertThat(texts(channel)).hasSize(2).allMatch(text -> text.contains("The assistant speaks again"));
    }

    @Test
    void anAgentWhoFallsSilentIsRemindedAndThenThePersonWaitsForAnybody() {
        desk.takeOver("zhao", wei.toString());
        pass(Duration.ofMinutes(9));
        desk.say("zhao", wei.toString(), "which database?");
        pass(Duration.ofMinutes(30));
        says("mysql");
        int before = texts(lili).size();

        pass(Duration.ofMinutes(10));
        pass(Duration.ofMinutes(1));
        assertThat(texts(zhao).getLast()).startsWith("⏰ 王伟 has been waiting for your answer for 10 minutes: database");
        assertThat(texts(lili)).hasSize(before);
        assertThat(texts(channel).getLast())
                .isEqualTo(
                        "⏰ 王伟 has been waiting for an answer by Zhao for 10 minutes. Anybody who can may take over.");
        assertThat(buttons(1)).containsExactly("take");

        pass(Duration.ofMinutes(19));
        assertThat(texts(wei).getLast()).startsWith("Zhao 已经 30 分钟没能回复你。我把你放回了队列");
        assertThat(office.said(wei).getLast().author()).isEqualTo(Author.SYSTEM);
        assertThat(mode()).isEqualTo(Mode.WAITING);
        assertThat(office.audit()).contains("clock desk.released");
        assertThat(texts(lili).getLast()).isEqualTo("王伟 asks for a person: database");
        assertThat(texts(channel)).first().asString().contains("Nobody has taken over yet");
        assertThat(texts(channel)).last().asString().contains("somebody please take over");
        assertThat(buttons(0)).containsExactly("take");

        desk.takeOver("lili", wei.toString());
        assertThat(texts(wei).getLast()).startsWith("客服 小李 接手了");
    }

    @Test
    void anAnswerInTimeIsNotReminded() {
        desk.takeOver("zhao", wei.toString());
        pass(Duration.ofMinutes(9));
        desk.say("zhao", wei.toString(), "hello");
        int before = texts(zhao).size();
        pass(Duration.ofHours(9));
        assertThat(texts(zhao)).hasSize(before);
        assertThat(mode()).isEqualTo(Mode.AGENT);
    }

    @Test
    void theDeskTellsUntilWhenAnAnswerIsDue() {
        assertThat(due()).isEqualTo(Duration.ofMinutes(15));
        office.clock().pass(Duration.ofMinutes(5));
        desk.takeOver("zhao", wei.toString());
        assertThat(due()).isEqualTo(Duration.ofMinutes(10));
        desk.say("zhao", wei.toString(), "hello");
        assertThat(due()).isNull();
        office.clock().pass(Duration.ofMinutes(5));
        says("hello?");
        office.clock().pass(Duration.ofMinutes(1));
        assertThat(due()).isEqualTo(Duration.ofMinutes(9));
        desk.resolve("zhao", wei.toString());
        assertThat(due()).isNull();
    }

    @Test
    void twoReplicasThatLookAtTheSameMomentTellOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            int before = texts(wei).size();
            office.clock().pass(Duration.ofMinutes(16));
            CyclicBarrier together = new CyclicBarrier(2);
            try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
                List<Future<?>> looks =
                        List.of(replicas.submit(() -> look(together)), replicas.submit(() -> look(together)));
                for (Future<?> look : looks) {
                    look.get(30, TimeUnit.SECONDS);
                }
            }
            assertThat(texts(wei)).hasSize(before + 1);
            assertThat(texts(channel)).hasSize(2);
            weiAsksForAPerson();
        }
    }

    @ParameterizedTest
    @CsvSource({"10m, 10m, 15m", "15m, 10m, 10m", "15m, 0m, 10m"})
    void timesThatMakeNoSenseAreRefused(String raise, String answer, String release) {
        List<Duration> twice = List.of(minutes(raise), minutes(raise).minusMinutes(raise.equals("10m") ? 0 : -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HelpRules(twice, minutes(answer), minutes(release)))
                .withMessageStartingWith("cosmopilot.help");
    }

    @Test
    void anOperatorSetsTheTimes() {
        try (Office quick = new Office(Map.of(
                "cosmopilot.help.raise", "1m,2m", "cosmopilot.help.answer", "1m", "cosmopilot.help.release", "2m"))) {
            assertThat(quick.bean(HelpRules.class))
                    .isEqualTo(new HelpRules(
                            List.of(Duration.ofMinutes(1), Duration.ofMinutes(2)),
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(2)));
        }
    }

    private static Duration minutes(String text) {
        return Duration.parse("PT" + text);
    }

    private void look(CyclicBarrier together) {
        try {
            together.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        clock.look();
    }

    private void pass(Duration time) {
        office.clock().pass(time);
        clock.look();
    }

    private void says(String text) {
        office.turn(wei, exchange -> exchange.write(Author.PERSON, "王伟", List.of(new Block.Text(text))));
    }

    private @Nullable Duration due() {
        Instant due = desk.find("lili", wei.toString()).orElseThrow().due();
        return due == null ? null : Duration.between(office.clock().instant(), due);
    }

    private Mode mode() {
        return desk.find("lili", wei.toString()).orElseThrow().mode();
    }

    /** What can be pressed below a message of the support channel, without whose case it is. */
    private List<String> buttons(int message) {
        return office.said(channel).get(message).blocks().stream()
                .filter(Block.Choices.class::isInstance)
                .flatMap(block -> ((Block.Choices) block).choices().stream())
                .map(choice -> choice.id().substring(choice.id().lastIndexOf(':') + 1))
                .toList();
    }

    private List<String> texts(UUID conversation) {
        return office.said(conversation).stream().map(HelpClockTest::text).toList();
    }

    private static String text(Message message) {
        return ((Block.Text) message.blocks().getFirst()).text();
    }
}
