package io.cosmopilot.conversations.dialogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.cosmopilot.conversations.CountedDatabase;
import io.cosmopilot.conversations.Database;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Speaker;
import io.cosmopilot.conversations.Transcripts;

import static org.assertj.core.api.Assertions.assertThat;

/** A turn costs little more than its commit: lock and read, look the names up, write, commit. */
class RoundTripsTest {

    private static final int MOST = 4;

    private static final int LOOK_UPS = 3;

    /** What a person types in the middle of things. */
    private static final String TYPED = """
            asdf qwer zxcv
            apply for a space
            the shop
            help
            cancel
            thanks
            no, call it shop
            """;

    /** Where the answer depends on something more: the journey, the templates, whether a name is free. */
    private static final String LOOKING_UP = """
            help
            deploy
            nginx
            back
            """;

    @Test
    void aTypedTurnTakesFourRoundTrips() {
        CountedDatabase database = new CountedDatabase(Database.fresh());
        Platform platform = new Platform();
        try (Transcript chat = new Transcript(Locale.ENGLISH, database, platform)) {
            chat.register("wei").play("wei: hello");
            platform.grant("wei", "kstore");
            Map<String, Integer> typed = count(chat, database, TYPED);
            Map<String, Integer> lookingUp = count(chat, database, LOOKING_UP);
            System.out.println("round trips of a turn: " + typed + ", with something to look up " + lookingUp);
            assertThat(typed)
                    .allSatisfy((said, trips) -> assertThat(trips).as(said).isLessThanOrEqualTo(MOST));
            assertThat(lookingUp)
                    .allSatisfy((said, trips) -> assertThat(trips).as(said).isLessThanOrEqualTo(MOST + LOOK_UPS));
        }
    }

    @Test
    void whoFollowsIsToldExactlyWhatIsKept() {
        try (Transcript chat = new Transcript(Locale.ENGLISH)) {
            chat.register("wei").play("wei: hello");
            String conversation = chat.bean(Inbox.class)
                    .open(new Speaker("web", "wei", Locale.ENGLISH))
                    .id();
            Transcripts transcripts = chat.bean(Transcripts.class);
            List<Message> told = new CopyOnWriteArrayList<>();
            long before = transcripts.after(conversation, 0).size();
            Transcripts.Subscription following = transcripts.follow(conversation, told::add);
            chat.play("""
                    wei: apply for a space
                    wei: kstore
                    wei: back
                    wei: the shop
                    wei: cancel
                    """);
            following.close();
            assertThat(told).isEqualTo(transcripts.after(conversation, before));
        }
    }

    @Test
    void nobodyIsToldOfATurnThatIsTakenBack() {
        try (Transcript chat = new Transcript(Locale.ENGLISH)) {
            chat.register("wei").play("wei: hello");
            Speaker wei = new Speaker("web", "wei", Locale.ENGLISH);
            String conversation = chat.bean(Inbox.class).open(wei).id();
            Transcripts transcripts = chat.bean(Transcripts.class);
            List<Message> told = new CopyOnWriteArrayList<>();
            Transcripts.Subscription following = transcripts.follow(conversation, told::add);
            long before = transcripts.after(conversation, 0).size();

            new TransactionTemplate(chat.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
                chat.bean(Inbox.class).receive(wei, new Incoming.Said("taken-back", "thanks"));
                status.setRollbackOnly();
            });

            following.close();
            assertThat(transcripts.after(conversation, before)).isEmpty();
            assertThat(told).isEmpty();
        }
    }

    private static Map<String, Integer> count(Transcript chat, CountedDatabase database, String script) {
        Map<String, Integer> trips = new LinkedHashMap<>();
        for (String said : script.lines().toList()) {
            database.trips();
            chat.platform().asked();
            chat.bean(Inbox.class)
                    .receive(
                            new Speaker("web", "wei", Locale.ENGLISH),
                            new Incoming.Said(UUID.randomUUID().toString(), said));
            trips.put(said, database.trips() + chat.platform().asked());
        }
        return trips;
    }
}
