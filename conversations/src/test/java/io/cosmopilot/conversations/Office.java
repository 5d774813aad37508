package io.cosmopilot.conversations;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.conversations.images.PushHelp;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Turns;

/**
 * Where agents and developers meet in tests: everything but the dialogue, on a database of its own. Events are heard
 * as soon as their transaction is committed, on the same thread.
 */
public final class Office implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final GrantedSpaces spaces = new GrantedSpaces();
    private final HandClock clock = new HandClock();

    public Office() {
        this(Map.of());
    }

    /** @param properties as an operator would configure them */
    public Office(Map<String, Object> properties) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("operator", properties));
        DataSource database = Database.fresh();
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(GrantedSpaces.class, () -> spaces);
        context.registerBean(Reception.class, Office::nobody);
        context.registerBean(MadeUpBuilds.class);
        context.registerBean(MadeUpImages.class);
        context.registerBean(MadeUpPasswords.class);
        context.registerBean("messageSource", ResourceBundleMessageSource.class, Office::messages);
        context.register(Rooms.class);
        context.refresh();
    }

    /** Nobody comes in from a channel that is pushed to. */
    private static Reception nobody() {
        return (Reception) Proxy.newProxyInstance(
                Office.class.getClassLoader(), new Class<?>[] {Reception.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("nobody speaks on a channel in this test");
                });
    }

    public static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename("messages/conversations");
        source.setDefaultEncoding("UTF-8");
        source.setAlwaysUseMessageFormat(true);
        source.setFallbackToSystemLocale(false);
        return source;
    }

    public GrantedSpaces spaces() {
        return spaces;
    }

    public HandClock clock() {
        return clock;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    /** An account, and its web conversation in a language. */
    public UUID person(String username, String displayName, Locale locale, Person.Role... roles) {
        bean(People.class)
                .register(
                        new People.Registration(username, displayName, username + "@example.com", "Correct-Horse-1"),
                        Set.of(roles));
        return bean(Turns.class).open("web", username, locale);
    }

    public void turn(UUID conversation, Consumer<Exchange> play) {
        bean(Turns.class).take(conversation, UUID.randomUUID().toString(), play);
    }

    public List<Message> said(UUID conversation) {
        return bean(Transcripts.class).after(conversation.toString(), 0);
    }

    /** The approval that each message which shows one shows, in order. */
    public List<Block.Request> cards(UUID conversation) {
        return said(conversation).stream()
                .flatMap(message -> message.blocks().stream())
                .filter(Block.Request.class::isInstance)
                .map(Block.Request.class::cast)
                .toList();
    }

    /** Who did what, in order, such as {@code li approval.approved}. */
    public List<String> audit() {
        return jdbc().sql("SELECT who || ' ' || what FROM conversations.audit ORDER BY id")
                .query(String.class)
                .list();
    }

    public void publish(Object event) {
        new TransactionTemplate(bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> context.publishEvent(event));
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @ComponentScan({
        "io.cosmopilot.conversations.approvals",
        "io.cosmopilot.conversations.engine",
        "io.cosmopilot.conversations.journeys",
        "io.cosmopilot.conversations.outlets",
        "io.cosmopilot.conversations.people",
        "io.cosmopilot.conversations.support",
        "io.cosmopilot.conversations.turns"
    })
    @Import(PushHelp.class)
    static class Rooms {}
}
