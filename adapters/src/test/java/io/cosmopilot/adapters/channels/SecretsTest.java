package io.cosmopilot.adapters.channels;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.cosmopilot.adapters.discord.fake.FakeDiscord;
import io.cosmopilot.adapters.discord.fake.Room;
import io.cosmopilot.adapters.discord.fake.Visitor;
import io.cosmopilot.adapters.slack.fake.FakeSlack;
import io.cosmopilot.adapters.world.HandClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What is secret is in no log, however much is logged and whatever goes wrong. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsTest {

    private static final String SOMEBODY = "U0NOBODY";

    @Test
    void tokensAndLinksAreInNoLog(CapturedOutput log) {
        HandClock clock = new HandClock();
        HikariDataSource database = Backstage.fresh();
        try (FakeSlack slack = new FakeSlack();
                FakeDiscord discord = FakeDiscord.start(clock);
                House house = new House(
                        database, clock, new Platform(), properties(slack, discord, discord.channel("support")))) {
            discord.awaitBot();
            house.await(() -> slack.openSockets() == 1, () -> "a socket");
            assertThat(house.health("slack").getStatus()).isEqualTo(Status.UP);

            // Everyday life, and every kind of trouble.
            slack.user(SOMEBODY, "Somebody", "en-US");
            slack.faults().refuse("chat.postMessage", "invalid_auth");
            slack.faults().loseAnswer("chat.postMessage");
            slack.faults().limit("chat.postMessage", 1);
            slack.say(SOMEBODY, "deploy nginx").acknowledged();
            house.await(
                    () -> {
                        clock.forward(Duration.ofSeconds(2));
                        return !slack.messages("D" + SOMEBODY).isEmpty();
                    },
                    () -> "an answer on Slack; refused: " + slack.refusals());
            slack.deliverTo(URI.create("http://127.0.0.1:" + house.port() + "/slack/events"));
            slack.say(SOMEBODY, "help").acknowledged();
            Visitor visitor = discord.person("somebody");
            discord.faults().refuse("POST /channels/\\d+/messages", 1, 500, 0);
            visitor.says("deploy nginx");
            house.await(
                    () -> visitor.direct().messages().stream()
                            .anyMatch(seen -> seen.all().contains("Link my account")),
                    () -> "an answer on Discord");
            discord.disconnect();
            slack.disconnect();
            discord.awaitBot();
        } finally {
            database.close();
        }

        assertThat(log.getAll())
                .contains("Slack is connected")
                .doesNotContain(FakeSlack.BOT_TOKEN)
                .doesNotContain(FakeSlack.APP_TOKEN)
                .doesNotContain(FakeSlack.SECRET)
                .doesNotContain("/link#");
        assertThat(log.getAll()).doesNotContain(token);
    }

    private String token = "";

    private Map<String, Object> properties(FakeSlack slack, FakeDiscord discord, Room support) {
        token = discord.token();
        Map<String, Object> properties = new HashMap<>(Map.of(
                "cosmopilot.slack.bot-token", FakeSlack.BOT_TOKEN,
                "cosmopilot.slack.app-token", FakeSlack.APP_TOKEN,
                "cosmopilot.slack.signing-secret", FakeSlack.SECRET,
                "cosmopilot.slack.api-url", slack.apiUrl(),
                "cosmopilot.slack.locale", "en",
                "cosmopilot.discord.token", discord.token(),
                "cosmopilot.discord.api", discord.api(),
                "cosmopilot.discord.gateway", discord.gateway(),
                "cosmopilot.discord.support-channels", support.id()));
        properties.putAll(Map.of("logging.level.root", "info", "logging.level.io.cosmopilot", "debug"));
        return properties;
    }
}
