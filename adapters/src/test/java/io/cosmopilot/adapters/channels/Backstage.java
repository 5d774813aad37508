package io.cosmopilot.adapters.channels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.adapters.files.FileLimits;
import io.cosmopilot.adapters.files.FilesIn;
import io.cosmopilot.adapters.world.HandClock;
import io.cosmopilot.adapters.world.Schema;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.Speaker;
import io.cosmopilot.conversations.Transcripts;
import io.cosmopilot.conversations.Uploads;
import io.cosmopilot.templates.Catalogue;

/**
 * The conversations as they are, on a database of their own, with the channels that a test names before them. What
 * happens after a commit happens on the same thread.
 */
public final class Backstage implements AutoCloseable {

    public static final String PASSWORD = "Correct-Horse-1";
    private static final EmbeddedPostgres SERVER = start();

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Behind behind = new Behind();
    private final HandClock clock = new HandClock();

    /** @param channels configurations of the channels */
    public Backstage(Map<String, Object> properties, Class<?>... channels) {
        this(fresh(), properties, channels);
    }

    /** On a database that there is, as another replica or after a restart. */
    public Backstage(DataSource database, Map<String, Object> properties, Class<?>... channels) {
        context.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new JdbcTransactionManager(database)));
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(
                FilesIn.class,
                () -> new FilesIn(
                        bean(Uploads.class), new Binder().bindOrCreate("cosmopilot.webchat", FileLimits.class)));
        context.registerBean(Catalogue.class, Catalogue::shipped);
        context.registerBean("messageSource", ResourceBundleMessageSource.class, Backstage::messages);
        Behind.doors().forEach(this::door);
        context.register(Conversations.class);
        for (Class<?> channel : channels) {
            context.register(channel);
        }
        context.refresh();
    }

    /** A database with the tables of the conversations and of the adapters. */
    public static HikariDataSource fresh() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(SERVER.getPostgresDatabase())
                .sql("CREATE DATABASE " + name)
                .update();
        HikariDataSource database = new HikariDataSource();
        database.setDataSource(SERVER.getDatabase("postgres", name));
        Schema.into(database, "conversations", "adapters");
        return database;
    }

    public HandClock clock() {
        return clock;
    }

    /** What the platform was asked for, such as {@code Spaces.provision kstore}. */
    public List<String> commands() {
        return behind.commands();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public void register(String username, String name, Person.Role... roles) {
        bean(People.class)
                .register(new People.Registration(username, name, username + "@example.com", PASSWORD), Set.of(roles));
    }

    /** What the web chat of somebody shows. */
    public List<Message> web(String username) {
        String id = bean(Inbox.class)
                .open(new Speaker("web", username, Locale.ENGLISH))
                .id();
        return bean(Transcripts.class).after(id, 0);
    }

    /** Presses the button of the latest message in somebody's web chat that has it. */
    public void pressOnWeb(String username, String choice) {
        Message shown = web(username).reversed().stream()
                .filter(message -> message.blocks().stream()
                        .anyMatch(block -> block instanceof Block.Request request
                                && request.choices().stream()
                                        .anyMatch(button -> button.id().equals(choice))))
                .findFirst()
                .orElseThrow();
        bean(Inbox.class)
                .receive(
                        new Speaker("web", username, Locale.ENGLISH),
                        new Incoming.Chose(UUID.randomUUID().toString(), shown.seq(), choice));
    }

    /** Who did what, in order, such as {@code li approval.approved}. */
    public List<String> audit() {
        return bean(JdbcClient.class)
                .sql("SELECT who || ' ' || what FROM conversations.audit ORDER BY id")
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        context.close();
    }

    private <T> void door(Class<T> type) {
        context.registerBean(type, () -> behind.door(type));
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames("messages/templates", "messages/deploy", "messages/conversations", "messages/adapters");
        source.setDefaultEncoding("UTF-8");
        source.setAlwaysUseMessageFormat(true);
        source.setFallbackToSystemLocale(false);
        return source;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @EnableTransactionManagement
    @ComponentScan(
            basePackages = {"io.cosmopilot.conversations", "io.cosmopilot.adapters.words"},
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
    static class Conversations {}
}
