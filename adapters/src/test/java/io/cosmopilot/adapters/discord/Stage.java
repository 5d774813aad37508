package io.cosmopilot.adapters.discord;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.adapters.discord.fake.FakeDiscord;
import io.cosmopilot.adapters.discord.fake.Room;
import io.cosmopilot.adapters.discord.fake.Visitor;
import io.cosmopilot.adapters.files.FileLimits;
import io.cosmopilot.adapters.files.FilesIn;
import io.cosmopilot.adapters.leases.Leases;
import io.cosmopilot.adapters.world.HandClock;
import io.cosmopilot.adapters.world.Schema;
import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Address;
import io.cosmopilot.conversations.Address.Audience;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Delivery;
import io.cosmopilot.conversations.Links;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Message.Author;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.Uploads;
import io.cosmopilot.deploy.Application;
import io.cosmopilot.deploy.Applications;
import io.cosmopilot.deploy.Health;
import io.cosmopilot.templates.Catalogue;

/** The adapter as it is, between a Discord on loopback and conversations that are made up. */
final class Stage implements AutoCloseable {

    final HandClock clock = new HandClock();
    final FakeDiscord discord = FakeDiscord.start(clock);
    final Room support = discord.channel("support");
    final MadeUpReception reception = new MadeUpReception();
    final Map<String, String> uploads = new ConcurrentHashMap<>();
    private final EmbeddedPostgres postgres;
    private final JdbcClient jdbc;
    private final List<DiscordAdapter> adapters = new CopyOnWriteArrayList<>();
    private final List<Seat> seats = new CopyOnWriteArrayList<>();
    private final Map<String, Person> linked = new ConcurrentHashMap<>();
    private long seq = 100;

    Stage() {
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        DataSource database = postgres.getPostgresDatabase();
        Schema.into(database, "adapters");
        jdbc = JdbcClient.create(database);
    }

    static Stage connected() {
        Stage stage = new Stage();
        stage.replica().open(stage.reception);
        stage.discord.awaitBot();
        stage.discord.await("the commands", () -> !stage.discord.commands().isEmpty());
        return stage;
    }

    /** One more replica, closed until it is opened. */
    DiscordAdapter replica() {
        return replica(discord.token());
    }

    DiscordAdapter replica(String token) {
        DiscordProperties settings = settings(token);
        DiscordAdapter adapter = new DiscordConfiguration()
                .discord(
                        settings,
                        jdbc,
                        clock,
                        JsonMapper.shared(),
                        messages(),
                        new Leases(jdbc, clock),
                        links(),
                        files(),
                        Catalogue.shipped(),
                        applications());
        adapters.add(adapter);
        return adapter;
    }

    private DiscordProperties settings(String token) {
        return new DiscordProperties(
                token,
                List.of(support.id()),
                Locale.ENGLISH,
                null,
                URI.create(discord.api()),
                URI.create(discord.gateway()),
                Duration.ofSeconds(15));
    }

    /** A seat of a replica that hears nothing, to be looked after by hand. */
    Seat seat() {
        Seat seat = new Seat(
                new Leases(jdbc, clock),
                Duration.ofSeconds(15),
                clock,
                new Connector(settings(discord.token()), new ListenerAdapter() {}));
        seats.add(seat);
        return seat;
    }

    DiscordAdapter adapter() {
        return adapters.getFirst();
    }

    /** Somebody who is linked to an account of the same name. */
    Visitor linked(String name) {
        Visitor visitor = discord.person(name);
        linked.put(visitor.id(), new Person(name, name, name + "@example.com", Set.of(), null));
        return visitor;
    }

    /** A message of the bot to somebody. */
    Said say(Visitor to, Block... blocks) {
        Said said = new Said(to, seq++);
        said.now(blocks);
        return said;
    }

    Address support(@Nullable String remote, @Nullable String thread, String key) {
        return new Address(
                new UUID(1, 1).toString(), support.id(), thread, remote, Audience.AGENTS, Locale.ENGLISH, key, false);
    }

    static Message message(long seq, int revision, Block... blocks) {
        return new Message(seq, revision, Author.BOT, "Cosmopilot", Instant.EPOCH, null, null, List.of(blocks));
    }

    static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/adapters");
        messages.setDefaultEncoding("UTF-8");
        messages.setAlwaysUseMessageFormat(true);
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private FilesIn files() {
        return new FilesIn(
                new Uploads() {
                    @Override
                    public Upload keep(String owner, String name, byte[] content) {
                        String id = "upload-" + uploads.size();
                        uploads.put(id, new String(content, StandardCharsets.UTF_8));
                        return new Upload(id, name, content.length, "");
                    }

                    @Override
                    public Optional<byte[]> content(String owner, String upload) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Upload> find(String owner, String upload) {
                        return Optional.empty();
                    }
                },
                new FileLimits(
                        DataSize.ofKilobytes(256), List.of("yaml", "txt"), DataSize.ofMegabytes(1), List.of("zip")));
    }

    private Links links() {
        return new Links() {
            @Override
            public Optional<Person> owner(Account account) {
                return Optional.ofNullable(linked.get(account.id()));
            }

            @Override
            public String offer(Account account) {
                return "https://portal.example.com/link";
            }

            @Override
            public Optional<Account> asking(String secret) {
                return Optional.empty();
            }

            @Override
            public Optional<Account> confirm(String secret, String person) {
                return Optional.empty();
            }

            @Override
            public List<Linked> of(String person) {
                return List.of();
            }

            @Override
            public void unlink(String person, String channel) {}
        };
    }

    private static Applications applications() {
        return new Applications() {
            @Override
            public List<Application> of(String person) {
                return List.of("blog", "shop").stream()
                        .map(name -> new Application(
                                person + "-" + name,
                                "space",
                                "wordpress",
                                Health.HEALTHY,
                                List.of(),
                                List.of(),
                                List.of(),
                                1,
                                List.of()))
                        .toList();
            }

            @Override
            public Optional<Application> find(String person, String name) {
                return Optional.empty();
            }

            @Override
            public boolean taken(String space, String name) {
                return false;
            }
        };
    }

    @Override
    public void close() {
        adapters.forEach(DiscordAdapter::close);
        seats.forEach(Seat::close);
        discord.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A message of the bot, and what became of it. */
    final class Said {

        private final Visitor to;
        private final long seq;
        private int revision = -1;
        private @Nullable String remote;
        private @Nullable Delivery last;

        private Said(Visitor to, long seq) {
            this.to = to;
            this.seq = seq;
        }

        long seq() {
            return seq;
        }

        /** As it is now; delivered as the courier does, until it is there or never will be. */
        Said now(Block... blocks) {
            revision++;
            Message message = message(seq, revision, blocks);
            reception.show(to.id(), message);
            boolean again = false;
            do {
                last = adapter().deliver(address(again), message);
                again = true;
            } while (!(last instanceof Delivery.Delivered) && !(last instanceof Delivery.Undeliverable));
            if (last instanceof Delivery.Delivered delivered) {
                remote = delivered.remote();
            }
            return this;
        }

        Delivery delivery() {
            return Objects.requireNonNull(last);
        }

        private Address address(boolean again) {
            return new Address(
                    reception.conversation(to.id()).toString(),
                    to.id(),
                    null,
                    remote,
                    Audience.PERSON,
                    Locale.ENGLISH,
                    "outlet/" + seq,
                    again && remote == null);
        }
    }
}
