package io.cosmopilot.adapters.channels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cosmopilot.adapters.world.HandClock;
import io.cosmopilot.conversations.Person.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same way on every channel, from a greeting to a person and back, with a restart on it; what is left of it is the
 * same as well, and in {@code src/test/resources/channels}. With {@code -Dgolden=write} that is written anew.
 */
abstract class JourneyContract {

    private static final Path GOLDEN = Path.of("src/test/resources/channels/journey.txt");

    private final HikariDataSource database = Backstage.fresh();
    private final HandClock clock = new HandClock();
    private final Platform platform = new Platform();
    private @Nullable House open;
    private @Nullable Side side;

    /** The channel, before the house is opened. */
    abstract Side side(HandClock shared);

    @AfterEach
    void leave() {
        if (open != null) {
            open.close();
        }
        if (side != null) {
            side.close();
        }
        database.close();
    }

    @Test
    void goesTheWholeWayAndEndsAsOnEveryOtherChannel() throws IOException {
        Side on = side(clock);
        side = on;
        House house = enter(on);

        on.strangerReads("deploy nginx").ifPresent(told -> assertThat(told).contains("Link my account"));

        on.says("hello");
        on.reads("Your way in");

        // A form, a restart before its answer is confirmed, and an agent.
        on.says("space apply kstore");
        on.reads("What is the space for?");
        on.says("images of our shop");
        on.reads("How big shall it be?");
        on.fills(Map.of("storage", "10", "cpu", "2", "memory", "4"));
        on.reads("Shall I send it to the support agents?");
        house.close();
        house = enter(on);
        on.presses("Yes, do it");
        on.reads("A support agent decides");
        on.decides("kstore", "Approve");
        on.reads("I’m setting it up");
        house.reports(platform.provisioned());
        on.reads("is ready");

        // A typed number, and progress in one message.
        on.says("deploy nginx name=blog replicas=2");
        on.reads("Checking");
        house.reports(platform.planned());
        on.reads("Shall I deploy it?");
        on.says("1");
        on.reads("Deploying");
        house.reports(platform.progressed());
        on.reads("1/2");
        int before = on.messages();
        house.reports(platform.healthy());
        on.reads("2/2");
        on.reads("it answers at");
        assertThat(on.messages()).isEqualTo(before + 1);

        // The same event twice, help on the way, and a way out.
        on.saysTwice("status blog");
        on.reads("healthy");
        on.says("domain add blog");
        on.reads("Which domain");
        on.says("help");
        on.says("cancel");
        on.reads("I dropped");

        // A person, a typed label, and back.
        on.says("human");
        on.reads("What is it about?");
        on.says("Something doesn’t work");
        on.takesOver("Something doesn’t work");
        on.reads("takes over");
        on.answers("Something doesn’t work", "have you tried another browser?");
        on.reads("another browser");
        on.resolves("Something doesn’t work");
        on.reads("Was that helpful?");
        on.presses("👍 Yes");
        on.reads("makes our day");

        List<String> ending = house.ending("wei", on.channel());
        ending.addAll(platform.commands());
        String text = String.join("\n", ending) + "\n";
        if ("write".equals(System.getProperty("golden", System.getenv("COSMOPILOT_GOLDEN")))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, text);
        }
        assertThat(text).isEqualTo(Files.readString(GOLDEN));
    }

    private House enter(Side on) {
        boolean first = open == null;
        House house = new House(database, clock, platform, on.properties());
        open = house;
        if (first) {
            house.register("wei", "Wei", Role.DEVELOPER);
            house.register("lin", "Lin", Role.AGENT);
        }
        on.enter(house);
        return house;
    }
}
