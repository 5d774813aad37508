package io.cosmopilot.adapters.channels;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import io.cosmopilot.adapters.world.HandClock;
import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Links;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.Speaker;
import io.cosmopilot.conversations.Transcripts;
import io.cosmopilot.deploy.Applications;
import io.cosmopilot.deploy.Belongings;
import io.cosmopilot.deploy.Releases;
import io.cosmopilot.deploy.Spaces;
import io.cosmopilot.templates.Catalogue;

/**
 * The adapters and the conversations as they are, on a port, with every channel that its properties name. Only what
 * stands behind them is made up.
 */
final class House implements AutoCloseable {

    static final String PASSWORD = Backstage.PASSWORD;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ServletWebServerApplicationContext context;
    private final HandClock clock;

    /** On a database that there may have been a house before. */
    House(DataSource database, HandClock clock, Platform platform, Map<String, Object> properties) {
        this.clock = clock;
        Map<String, Object> all = new HashMap<>(USUAL);
        all.putAll(properties);
        this.context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Rooms.class)
                .web(WebApplicationType.SERVLET)
                .beanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE)
                .registerShutdownHook(false)
                .properties(all)
                .initializers(fresh -> furnish((GenericApplicationContext) fresh, database, clock, platform))
                .run();
    }

    private static final Map<String, Object> USUAL = Map.ofEntries(
            Map.entry("server.address", "127.0.0.1"),
            Map.entry("server.port", "0"),
            Map.entry("server.tomcat.max-swallow-size", "16MB"),
            Map.entry("spring.main.banner-mode", "off"),
            Map.entry("spring.main.log-startup-info", "false"),
            Map.entry("spring.flyway.enabled", "false"),
            Map.entry("spring.threads.virtual.enabled", "true"),
            Map.entry("db-scheduler.enabled", "false"),
            Map.entry("logging.level.root", "warn"),
            Map.entry("cosmopilot.webchat.pulse", "20ms"),
            Map.entry("cosmopilot.portal.url", "https://portal.example.com/"),
            Map.entry("spring.messages.always-use-message-format", "true"),
            Map.entry("spring.messages.encoding", "UTF-8"),
            Map.entry("spring.messages.fallback-to-system-locale", "false"),
            Map.entry(
                    "spring.messages.basename",
                    "messages/templates,messages/deploy,messages/conversations,messages/adapters"));

    private static void furnish(
            GenericApplicationContext fresh, DataSource database, HandClock clock, Platform platform) {
        // It outlives the house: a bean that can be closed would be.
        fresh.registerBean(DataSource.class, () -> new DelegatingDataSource(database));
        fresh.registerBean(Clock.class, () -> clock);
        fresh.registerBean(Catalogue.class, Catalogue::shipped);
        fresh.registerBean("spaces", Spaces.class, () -> platform);
        fresh.registerBean("releases", Releases.class, () -> platform);
        fresh.registerBean(Applications.class, platform::applications);
        fresh.registerBean(Belongings.class, platform::belongings);
        Behind behind = new Behind();
        Behind.doors().stream()
                .filter(door -> !Set.of(
                                Catalogue.class, Spaces.class, Releases.class, Applications.class, Belongings.class)
                        .contains(door))
                .forEach(door -> door(fresh, behind, door));
    }

    private static <T> void door(GenericApplicationContext fresh, Behind behind, Class<T> type) {
        fresh.registerBean(type, () -> behind.door(type));
    }

    int port() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    HandClock clock() {
        return clock;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The platform reports something, as it does: in a transaction. */
    void reports(Object report) {
        bean(TransactionTemplate.class).executeWithoutResult(status -> context.publishEvent(report));
    }

    /** Somebody who reads English. */
    void register(String username, String name, Person.Role... roles) {
        bean(People.class)
                .register(new People.Registration(username, name, username + "@example.com", PASSWORD), Set.of(roles));
        bean(People.class).choose(username, "en");
    }

    void link(Account account, String username) {
        Links links = bean(Links.class);
        String offer = links.offer(account);
        links.confirm(offer.substring(offer.indexOf('#') + 1), username);
    }

    /** Waits; meanwhile time goes by somewhat faster than it does, for what is done once a second. */
    void await(BooleanSupplier condition, Supplier<String> what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what.get());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            clock.forward(Duration.ofMillis(50));
        }
    }

    boolean has(String name) {
        return context.containsBean(name);
    }

    /** Of a channel, such as {@code slack}. */
    Health health(String channel) {
        HealthIndicator indicator = (HealthIndicator) context.getBean(channel + "HealthIndicator");
        return Objects.requireNonNull(indicator.health());
    }

    /** A request for a space, as it comes from the web chat of a person. */
    void asksFor(String space, String person) {
        for (String said : List.of("space apply " + space + " 10Gi", "images of our shop", "Yes, do it")) {
            bean(Inbox.class)
                    .receive(
                            new Speaker("web", person, Locale.ENGLISH),
                            new Incoming.Said(UUID.randomUUID().toString(), said));
        }
    }

    /** Who did what, such as {@code lin approval.own}. */
    List<String> audit() {
        return bean(JdbcClient.class)
                .sql("SELECT who || ' ' || what FROM conversations.audit ORDER BY id")
                .query(String.class)
                .list();
    }

    /** Everything that is left of a person's dealings on a channel; ids of no meaning are dots. */
    List<String> ending(String person, String channel) {
        JdbcClient jdbc = bean(JdbcClient.class);
        UUID conversation = jdbc.sql(
                        "SELECT id FROM conversations.conversation WHERE person = :person AND channel = :channel")
                .param("person", person)
                .param("channel", channel)
                .query(UUID.class)
                .single();
        List<String> lines = new ArrayList<>(Ending.said(bean(Transcripts.class).after(conversation.toString(), 0)));
        lines.add("");
        lines.addAll(jdbc.sql("""
                        SELECT 'mode ' || mode || ', with ' || coalesce(agent, 'nobody') FROM conversations.conversation
                         WHERE id = :id
                        UNION ALL
                        SELECT 'approval ' || kind || ' ' || subject || ': ' || state || ' by ' || decided_by
                          FROM conversations.approval WHERE requester = :person
                        UNION ALL
                        SELECT 'rating ' || verdict || ' for ' || agent FROM conversations.rating
                         WHERE conversation = :id
                        UNION ALL
                        SELECT 'did ' || who || ' ' || what FROM (SELECT who, what FROM conversations.audit
                         WHERE what LIKE 'approval.%' OR what LIKE 'desk.%' ORDER BY id) audit""")
                .param("id", conversation)
                .param("person", person)
                .query(String.class)
                .list());
        return lines;
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
    @ConfigurationPropertiesScan({"io.cosmopilot.adapters", "io.cosmopilot.conversations"})
    @ComponentScan(
            basePackages = {
                "io.cosmopilot.conversations",
                "io.cosmopilot.adapters.access",
                "io.cosmopilot.adapters.desk",
                "io.cosmopilot.adapters.discord",
                "io.cosmopilot.adapters.files",
                "io.cosmopilot.adapters.leases",
                "io.cosmopilot.adapters.portal",
                "io.cosmopilot.adapters.problems",
                "io.cosmopilot.adapters.slack",
                "io.cosmopilot.adapters.webchat",
                "io.cosmopilot.adapters.words"
            },
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
    static class Rooms {}
}
