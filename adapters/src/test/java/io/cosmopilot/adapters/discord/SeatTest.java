package io.cosmopilot.adapters.discord;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

import io.cosmopilot.adapters.discord.fake.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

class SeatTest {

    private final Stage stage = new Stage();

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void whoeverHasTheSeatIsConnectedAndNobodyElse() {
        Seat first = stage.seat();
        Seat second = stage.seat();

        first.tick();
        second.tick();

        stage.discord.await(
                "the first to be connected", () -> first.connection().isPresent());
        assertThat(second.connection()).isEmpty();
        assertThat(new DiscordHealth(first).health().getDetails()).containsEntry("gateway", "connected");
        assertThat(new DiscordHealth(second).health().getStatus()).isEqualTo(Status.UP);
        assertThat(stage.discord.sessions()).containsEntry("identified", 1);
    }

    @Test
    void theSeatFallsToTheNextWhenItsHolderIsSilent() {
        Seat first = stage.seat();
        Seat second = stage.seat();
        first.tick();
        stage.discord.await(
                "the first to be connected", () -> first.connection().isPresent());

        stage.clock.forward(Duration.ofSeconds(16));
        second.tick();
        stage.discord.await(
                "the second to be connected", () -> second.connection().isPresent());
        first.tick();

        assertThat(first.connection()).isEmpty();
    }

    @Test
    void whoStopsLeavesTheSeatToTheNextAtOnceAndNothingIsDoneTwice() {
        DiscordAdapter first = stage.replica();
        first.open(stage.reception);
        stage.discord.await("the first to be connected", first::ready);
        DiscordAdapter second = stage.replica();
        second.open(stage.reception);

        first.close();
        stage.discord.await("the second to be connected", second::ready);

        Visitor wei = stage.linked("wei");
        String said = wei.says("who is there?");
        stage.discord.await("it to be taken", () -> stage.reception.of(said).isPresent());
        assertThat(stage.reception.received()).hasSize(1);
    }

    @Test
    void aLostConnectionIsUnwellUntilItIsThereAgain() {
        Seat seat = stage.seat();
        DiscordHealth health = new DiscordHealth(seat);
        seat.tick();
        stage.discord.await("the seat to be connected", () -> seat.connection().isPresent());

        stage.discord.faults().closeGateway(true);
        stage.discord.disconnect();
        stage.discord.await(
                "the loss to be seen", () -> health.health().getStatus().equals(Status.DOWN));
        assertThat(health.health().getDetails()).containsEntry("gateway", "connection lost, reconnecting");

        stage.discord.faults().closeGateway(false);
        stage.discord.await(
                "the connection to come back", () -> health.health().getStatus().equals(Status.UP));
        assertThat(health.health().getDetails()).containsEntry("gateway", "connected");
    }

    @Test
    void aTokenThatIsNotAcceptedIsSaidAndNotShown() {
        DiscordAdapter adapter = stage.replica("MTIz.wrong.token");

        adapter.open(stage.reception);

        stage.discord.await(
                "the trouble", () -> adapter.health().health().getStatus().equals(Status.DOWN));
        assertThat(String.valueOf(adapter.health().health().getDetails().get("trouble")))
                .contains("cosmopilot.discord.token")
                .doesNotContain("MTIz.wrong.token");
        assertThat(adapter.ready()).isFalse();
    }
}
