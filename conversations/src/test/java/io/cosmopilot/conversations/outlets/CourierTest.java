package io.cosmopilot.conversations.outlets;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.sql.DataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.conversations.Address.Audience;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.ChatAdapter.Ability;
import io.cosmopilot.conversations.Database;
import io.cosmopilot.conversations.Delivery;
import io.cosmopilot.conversations.Desk.Mode;
import io.cosmopilot.conversations.HandClock;
import io.cosmopilot.conversations.Message.Author;
import io.cosmopilot.conversations.Office;
import io.cosmopilot.conversations.Reception;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Turns;

import static org.assertj.core.api.Assertions.assertThat;

class CourierTest {

    private static final AnnotationConfigApplicationContext CONTEXT = new AnnotationConfigApplicationContext();
    private static final MadeUpChannel CHANNEL = new MadeUpChannel();
    private static final HandClock CLOCK = new HandClock();
    private final MadeUpChannel channel = CHANNEL;
    private final HandClock clock = CLOCK;
    private UUID conversation = UUID.randomUUID();

    @BeforeAll
    static void build() {
        DataSource database = Database.fresh();
        CONTEXT.registerBean(DataSource.class, () -> database);
        CONTEXT.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        CONTEXT.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
        CONTEXT.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        CONTEXT.registerBean(Clock.class, () -> CLOCK);
        CONTEXT.registerBean(MadeUpChannel.class, () -> CHANNEL);
        CONTEXT.registerBean(Reception.class, CourierTest::nobody);
        CONTEXT.registerBean("messageSource", ResourceBundleMessageSource.class, Office::messages);
        CONTEXT.register(Post.class);
        CONTEXT.refresh();
        CONTEXT.getBean(Rounds.class).stop();
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @BeforeEach
    void open() {
        bean(JdbcClient.class)
                .sql("TRUNCATE conversations.delivery, conversations.outlet CASCADE")
                .update();
        channel.clear();
        UUID desk = bean(Turns.class).open("made-up", "#support", Locale.ENGLISH);
        bean(Outlets.class).open(desk, "made-up", "desk", Audience.AGENTS, Locale.ENGLISH);
        conversation = bean(Turns.class).open("made-up", UUID.randomUUID().toString(), Locale.ENGLISH);
        bean(Outlets.class).open(conversation, "made-up", "wei’s", Audience.PERSON, Locale.ENGLISH);
    }

    @Test
    void pushesWhatTheBotSaysButNotThePersonsOwnWords() {
        turn(exchange -> {
            exchange.write(Author.PERSON, "wei", text("hello"));
            exchange.reply(text("hello wei"));
            exchange.reply(text("what now?"));
        });
        run();
        assertThat(channel.shown()).containsExactly("wei’s: hello wei", "wei’s: what now?");
    }

    @Test
    void editsAMessageThatIsRevisedAtMostOnceASecond() {
        turn(exchange -> exchange.reply(text("0 of 2")));
        run();
        turn(exchange -> exchange.revise(1, text("1 of 2").getFirst()));
        turn(exchange -> exchange.revise(1, text("2 of 2").getFirst()));
        run();
        assertThat(channel.shown()).containsExactly("wei’s: 0 of 2");
        clock.pass(Duration.ofSeconds(1));
        run();
        assertThat(channel.shown()).containsExactly("wei’s: 2 of 2");
        assertThat(channel.addresses()).hasSize(2);
    }

    @Test
    void keepsTheOrderWhileAMessageHasToWait() {
        channel.fails(Delivery.tryAgain(Duration.ofSeconds(30), "429"));
        turn(exchange -> exchange.reply(text("first")));
        turn(exchange -> exchange.reply(text("second")));
        run();
        clock.pass(Duration.ofSeconds(29));
        run();
        assertThat(channel.shown()).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        run();
        assertThat(channel.shown()).containsExactly("wei’s: first", "wei’s: second");
        assertThat(channel.addresses()).noneMatch(address -> address.again());
    }

    @Test
    void saysThatAnAttemptMayHaveArrived() {
        channel.fails(Delivery.unknown("timeout"));
        turn(exchange -> exchange.reply(text("once")));
        run();
        clock.pass(Duration.ofSeconds(1));
        run();
        assertThat(channel.addresses()).extracting(address -> address.again()).containsExactly(false, true);
        assertThat(channel.addresses().stream().map(address -> address.key()).distinct())
                .hasSize(1);
    }

    @Test
    void goesOnAfterWhatCanNeverBeDelivered() {
        channel.fails(Delivery.undeliverable("too strange"));
        turn(exchange -> exchange.reply(text("strange")));
        turn(exchange -> exchange.reply(text("plain")));
        run();
        assertThat(channel.shown()).containsExactly("wei’s: plain");
    }

    @Test
    void triesTheNextSupportChannelWhenOneIsGone() {
        UUID desk = bean(Turns.class).open("made-up", "#support", Locale.ENGLISH);
        channel.fails(Delivery.undeliverable("archived"));
        bean(Turns.class).take(desk, "1", exchange -> exchange.reply(text("a request")));
        run();
        assertThat(channel.shown()).containsExactly("other desk: a request");
    }

    @Test
    void writesWhatPeopleSayWhileTheyAreHelpedBelowTheCall() {
        Outlets.Desk desk = bean(Outlets.class).desk("made-up").orElseThrow();
        turn(exchange -> exchange.write(Author.PERSON, "wei", text("it is broken")));
        bean(Turns.class).take(desk.conversation(), "2", exchange -> exchange.reply(text("wei calls")));
        long seq = bean(Turns.class).find(desk.conversation()).orElseThrow().lastSeq();
        bean(Outlets.class).thread(conversation, desk.id(), seq, 10);
        turn(exchange -> exchange.handTo(Mode.WAITING, null, null));
        turn(exchange -> exchange.write(Author.PERSON, "wei", text("please")));
        run();
        clock.pass(Duration.ofSeconds(1));
        run();
        assertThat(channel.shown()).containsExactly("desk: wei calls", "desk/0: it is broken", "desk/0: please");
        turn(exchange -> exchange.handTo(Mode.BOT, null, null));
        turn(exchange -> exchange.write(Author.PERSON, "wei", text("my password is …")));
        run();
        assertThat(channel.shown()).hasSize(3);
    }

    @Test
    void saysNothingTwiceWhereMessagesCannotBeEdited() {
        channel.forget(Ability.EDITING);
        turn(exchange -> exchange.reply(text("0 of 2")));
        run();
        turn(exchange -> exchange.revise(1, text("1 of 2").getFirst()));
        clock.pass(Duration.ofSeconds(1));
        run();
        assertThat(channel.addresses()).hasSize(1);
    }

    @Test
    void isSharedByManyCouriers() throws InterruptedException {
        for (int person = 0; person < 6; person++) {
            UUID id = bean(Turns.class).open("made-up", "p" + person, Locale.ENGLISH);
            bean(Outlets.class).open(id, "made-up", "p" + person, Audience.PERSON, Locale.ENGLISH);
            for (int i = 0; i < 5; i++) {
                String words = "message " + i;
                bean(Turns.class).take(id, "e" + i, exchange -> exchange.reply(text(words)));
            }
        }
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            for (int replica = 0; replica < 4; replica++) {
                replicas.execute(this::run);
            }
        }
        assertThat(channel.shown()).hasSize(30).doesNotHaveDuplicates();
        for (int person = 0; person < 6; person++) {
            String place = "p" + person + ":";
            assertThat(channel.shown().stream().filter(line -> line.startsWith(place)))
                    .isSorted();
        }
    }

    @Test
    void tellsThatSomethingIsStuck() {
        channel.fails(Delivery.tryAgain(Duration.ofHours(1), "account_inactive"));
        turn(exchange -> exchange.reply(text("hello")));
        run();
        clock.pass(Duration.ofMinutes(6));
        DeliveryBook.Stuck stuck =
                bean(DeliveryBook.class).stuck(clock.instant().minus(Duration.ofMinutes(5)));
        assertThat(stuck.count()).isEqualTo(1);
        assertThat(stuck.trouble()).isEqualTo("account_inactive");
    }

    @Test
    void isUnwellWhileWhatIsSaidDoesNotGetOutAndWellAgainWhenItDoes() {
        DeliveryHealth deliveries = bean(DeliveryHealth.class);
        channel.fails(
                Delivery.tryAgain(Duration.ofMinutes(6), "account_inactive"),
                Delivery.tryAgain(Duration.ofMinutes(6), "account_inactive"));
        turn(exchange -> exchange.reply(text("hello")));
        run();
        clock.pass(Duration.ofMinutes(6));
        run();
        assertThat(deliveries.health().getStatus()).isEqualTo(Status.UP);

        clock.pass(Duration.ofMinutes(5));
        assertThat(deliveries.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(deliveries.health().getDetails())
                .containsEntry("stuck", 1L)
                .containsEntry("trouble", "account_inactive");

        clock.pass(Duration.ofMinutes(1));
        run();
        assertThat(channel.shown()).containsExactly("wei’s: hello");
        assertThat(deliveries.health().getStatus()).isEqualTo(Status.UP);
        assertThat(deliveries.health().getDetails()).containsEntry("stuck", 0L).doesNotContainKey("trouble");
    }

    private void turn(Consumer<Exchange> play) {
        bean(Turns.class).take(conversation, UUID.randomUUID().toString(), play);
    }

    private void run() {
        bean(Courier.class).run();
    }

    private <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    private static List<Block> text(String words) {
        return List.of(new Block.Text(words));
    }

    private static Reception nobody() {
        return (Reception) Proxy.newProxyInstance(
                CourierTest.class.getClassLoader(), new Class<?>[] {Reception.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("nobody speaks in this test");
                });
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"io.cosmopilot.conversations.outlets", "io.cosmopilot.conversations.turns"})
    static class Post {}
}
