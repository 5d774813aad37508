package io.cosmopilot.conversations.dialogue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Conversation;
import io.cosmopilot.conversations.Database;
import io.cosmopilot.conversations.HandClock;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.MadeUpBuilds;
import io.cosmopilot.conversations.MadeUpImages;
import io.cosmopilot.conversations.MadeUpPasswords;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.NoTransactions;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.People.Registration;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.Speaker;
import io.cosmopilot.conversations.Transcripts;
import io.cosmopilot.conversations.Uploads;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.turns.Choices;
import io.cosmopilot.conversations.turns.RememberedLedger;
import io.cosmopilot.conversations.turns.Turns;
import io.cosmopilot.conversations.understanding.Recogniser;
import io.cosmopilot.deploy.Applications;
import io.cosmopilot.deploy.Belongings;
import io.cosmopilot.deploy.Configurations;
import io.cosmopilot.deploy.HostPaths;
import io.cosmopilot.deploy.L4Services;
import io.cosmopilot.deploy.Volumes;
import io.cosmopilot.templates.Catalogue;
import io.cosmopilot.templates.Templates;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A conversation that a test writes down as people would:
 *
 * <pre>
 * wei: 部署 wordpress          somebody says
 * wei! yes                     presses the button with this id, of the latest message that has it
 * wei# PASSWORD=s3cret; X=1    fills in the latest form
 * wei+ a.conf=one\\ntwo          hands in a file of this name and content
 * wei> image:action=show       presses a button with this id, whoever shows it
 * platform: healthy            the deployment core reports
 * bot: 运行正常                 since then the bot has said this, in the conversation of who spoke last
 * bot! yes no                  the latest buttons have these ids
 * did: plan blog               the deployment core was asked for this, next
 * wei@slack: 在这里继续          somebody says on another channel
 * pass: PT45M                  so much time passes, and whoever looks after silence looks
 * </pre>
 */
final class Transcript implements AutoCloseable {

    static final String PASSWORD = "Correct-Horse-1";

    /** What never changes is read once for all conversations. */
    private static final Recogniser RECOGNISER = Recogniser.shipped();

    private static final Catalogue CATALOGUE = Catalogue.shipped();

    private final Platform platform;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Map<String, Long> heard = new HashMap<>();
    private final HandClock clock = new HandClock();
    private final Locale locale;
    private String speaker = "";
    private int did;

    Transcript(Locale locale) {
        this(locale, Database.fresh(), new Platform());
    }

    /**
     * A conversation in a database that may know some already.
     *
     * @param instead flows that were, or will be, otherwise than today
     */
    Transcript(Locale locale, DataSource database, Platform platform, Flow... instead) {
        this(locale, database, new JdbcTransactionManager(database), platform);
        for (Flow flow : instead) {
            context.registerBean(flow.name(), Flow.class, () -> flow);
        }
        context.refresh();
    }

    private Transcript(Locale locale, DataSource database, PlatformTransactionManager transactions, Platform platform) {
        this.locale = locale;
        this.platform = platform;
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(PlatformTransactionManager.class, () -> transactions);
        context.registerBean(TransactionOperations.class, () -> new TransactionTemplate(transactions));
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Catalogue.class, () -> CATALOGUE);
        context.registerBean("recogniser", Recogniser.class, () -> RECOGNISER);
        context.registerBean(Templates.class, Templates::standard);
        context.registerBean(Platform.class, () -> platform);
        context.registerBean(Volumes.class, platform::volumes);
        context.registerBean(HostPaths.class, platform::hostPaths);
        context.registerBean(Configurations.class, platform::configurations);
        context.registerBean(L4Services.class, platform::services);
        context.registerBean(MadeUpBuilds.class);
        context.registerBean(MadeUpImages.class);
        context.registerBean(MadeUpPasswords.class);
        context.registerBean(Applications.class, platform::running);
        context.registerBean(Belongings.class, platform::belongings);
        context.registerBean("messageSource", ResourceBundleMessageSource.class, Transcript::messages);
        context.register(Conversations.class);
    }

    /** A conversation that is kept in memory; only what is looked up beside it would be asked of the database. */
    static Transcript remembered(Locale locale, DataSource database) {
        Transcript transcript = new Transcript(locale, database, new NoTransactions(), new Platform());
        transcript.context.registerBean("ledger", RememberedLedger.class);
        transcript.context.refresh();
        return transcript;
    }

    Platform platform() {
        return platform;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Transcript register(String name, Person.Role... roles) {
        bean(People.class).register(new Registration(name, name, name + "@example.com", PASSWORD), Set.of(roles));
        heard.put(name, 0L);
        return this;
    }

    /** Plays the script; the first line that does not come true fails. */
    void play(String script) {
        script.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::line);
    }

    /** Somebody says something of several lines. */
    void say(String who, String text) {
        act(who, ':', text);
    }

    /** Presses a button if the latest message shows it; a sentence may have said as much already. */
    void pressIfOffered(String who, String choice) {
        List<Message> messages = messages(who, heard.getOrDefault(who, 0L));
        if (messages.stream()
                .anyMatch(message -> List.of(ids(message).split(" ")).contains(choice))) {
            act(who, '!', choice);
        }
    }

    /** All that was said to somebody, one message a line. */
    String told(String name) {
        return messages(name, 0).stream().map(Transcript::text).collect(Collectors.joining("\n"));
    }

    List<Message> messages(String name, long after) {
        return bean(Transcripts.class).after(open(name).id(), after);
    }

    private void line(String line) {
        int end = line.indexOf(' ');
        String head = line.substring(0, end - 1);
        char kind = line.charAt(end - 1);
        String rest = line.substring(end + 1).strip();
        switch (head) {
            case "bot" -> expect(kind, rest);
            case "platform" -> publish(rest);
            case "pass" -> pass(Duration.parse(rest));
            case "did" -> assertThat(platform.commands().get(did++)).isEqualTo(rest);
            default -> act(head, kind, rest);
        }
    }

    private void act(String who, char kind, String what) {
        speaker = who;
        Conversation conversation = open(who);
        heard.put(who, conversation.cursor());
        String id = UUID.randomUUID().toString();
        if (kind == '>') {
            bean(Turns.class)
                    .take(
                            UUID.fromString(conversation.id()),
                            id,
                            exchange -> bean(Presses.class).press(exchange, what));
            return;
        }
        Incoming incoming = switch (kind) {
            case '!' -> new Incoming.Chose(id, seqOf(what), what);
            case '#' -> new Incoming.Submitted(id, formSeq(), fields(what));
            case '+' -> new Incoming.Attached(id, uploaded(who, what), "");
            default -> new Incoming.Said(id, what);
        };
        bean(Inbox.class).receive(speaker(who), incoming);
    }

    private String uploaded(String who, String what) {
        int equals = what.indexOf('=');
        byte[] content = what.substring(equals + 1).replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        return bean(Uploads.class).keep(who, what.substring(0, equals), content).id();
    }

    private void pass(Duration time) {
        heard.put(speaker, open(speaker).cursor());
        clock.pass(time);
        bean(Silence.class).look();
    }

    private void expect(char kind, String what) {
        List<Message> messages = messages(speaker, heard.getOrDefault(speaker, 0L));
        if (kind == '!') {
            assertThat(messages.stream()
                            .map(message -> ids(message))
                            .filter(ids -> !ids.isEmpty())
                            .reduce((first, last) -> last)
                            .orElse(""))
                    .as("buttons after: %s", told(speaker))
                    .contains(what);
        } else {
            assertThat(messages.stream().map(Transcript::text).collect(Collectors.joining("\n")))
                    .contains(what);
        }
    }

    private void publish(String what) {
        heard.put(speaker, open(speaker).cursor());
        publish(platform.report(what));
    }

    /** Another module tells something. */
    void publish(Object report) {
        new TransactionTemplate(bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> context.publishEvent(report));
    }

    private long seqOf(String choice) {
        return messages(speaker, 0).reversed().stream()
                .filter(message -> (" " + ids(message) + " ").contains(" " + choice + " "))
                .findFirst()
                .map(Message::seq)
                .orElse(1L);
    }

    private long formSeq() {
        return messages(speaker, 0).reversed().stream()
                .filter(message -> message.blocks().stream().anyMatch(Block.Form.class::isInstance))
                .findFirst()
                .orElseThrow()
                .seq();
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.split(";", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(
                        field.substring(0, equals).strip(),
                        field.substring(equals + 1).strip());
            }
        }
        return fields;
    }

    private Conversation open(String who) {
        return bean(Inbox.class).open(speaker(who));
    }

    private Speaker speaker(String who) {
        int at = who.indexOf('@');
        return at < 0
                ? new Speaker("web", who, locale)
                : new Speaker(who.substring(at + 1), who.substring(0, at), locale);
    }

    private static String ids(Message message) {
        return Choices.of(message.blocks()).stream().map(Block.Choice::id).collect(Collectors.joining(" "));
    }

    private static String text(Message message) {
        return message.author() + ": " + message.blocks();
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames("messages/templates", "messages/deploy", "messages/conversations");
        source.setDefaultEncoding("UTF-8");
        source.setAlwaysUseMessageFormat(true);
        source.setFallbackToSystemLocale(false);
        return source;
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan("io.cosmopilot.conversations")
    @EnableTransactionManagement
    static class Conversations {}
}
