package io.cosmopilot.adapters.webchat.widget;

import java.util.List;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.cosmopilot.adapters.webchat.widget.FakeServer.text;
import static org.assertj.core.api.Assertions.assertThat;

/** Lines break; messages do not get lost, and none comes twice. */
class LineIT extends WidgetScenario {

    @Test
    void whatIsSaidIsStoredOnceAndShownOnce() {
        server.bot(text("Hello! What shall we do?"));
        visit();
        say("deploy wordpress");
        assertThat(message(2)).containsText("deploy wordpress");
        assertThat(page.locator("[data-pending]")).hasCount(0);
        assertThat(page.locator("[data-author=person]")).hasCount(1);
        assertThat(server.personSaid()).containsExactly("deploy wordpress");
    }

    @Test
    void whatWasSaidWhileTheLineWasDownArrivesOnceItIsBack() {
        server.bot(text("Hello!"));
        visit();
        server.down = true;
        server.hangUp();
        say("first");
        say("second");
        assertThat(page.locator("[data-pending=queued]")).hasCount(2);
        assertThat(page.locator("[data-line-trouble]")).isVisible();
        server.bot(text("Said while nobody listened"));
        server.down = false;
        assertThat(message(3)).containsText("first");
        assertThat(message(4)).containsText("second");
        assertThat(message(2)).containsText("Said while nobody listened");
        assertThat(page.locator("[data-pending]")).hasCount(0);
        assertThat(server.personSaid()).containsExactly("first", "second");
    }

    @Test
    void aLostAcknowledgementDoublesNothing() {
        visit();
        server.mumbling = true;
        say("only once");
        assertThat(message(1)).containsText("only once");
        assertThat(page.locator("[data-author=person]")).hasCount(1);
        server.mumbling = false;
        server.hangUp();
        eventually(() -> server.received("say").size() > 1);
        assertThat(page.locator("[data-pending]")).hasCount(0);
        assertThat(page.locator("[data-author=person]")).hasCount(1);
        assertThat(server.personSaid()).containsExactly("only once");
        assertThat(server.received("say")).hasSizeGreaterThan(1);
        assertThat(server.received("say").stream()
                        .map(frame -> frame.path("id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aReloadLosesNothingThatWasNotSent() {
        visit();
        server.deaf = true;
        say("keep this");
        assertThat(page.locator("[data-pending=sending]")).hasCount(1);
        page.reload();
        server.deaf = false;
        page.locator("[data-launcher]").click();
        assertThat(message(1)).containsText("keep this");
        assertThat(page.locator("[data-pending]")).hasCount(0);
        assertThat(server.personSaid()).containsExactly("keep this");
    }

    @Test
    void whatIsStillUnansweredIsRepeatedOnTheSameLine() {
        page.clock().install();
        visit();
        server.deaf = true;
        say("hello?");
        eventually(() -> !server.received("say").isEmpty());
        server.deaf = false;
        page.clock().fastForward(9_000);
        assertThat(message(1)).containsText("hello?");
        assertThat(server.received("hello")).hasSize(1);
    }

    @Test
    void anOfflineBrowserKeepsWhatIsWritten() {
        visit();
        context.setOffline(true);
        say("from the train");
        assertThat(page.locator("[data-pending=queued]")).hasCount(1);
        assertThat(page.locator("[data-line-trouble]")).containsText("offline");
        context.setOffline(false);
        assertThat(message(1)).containsText("from the train");
        assertThat(server.personSaid()).containsExactly("from the train");
    }

    @Test
    void greetsWithTheCursorOfWhatItHas() {
        server.bot(text("one"));
        server.bot(text("two"));
        visit();
        assertThat(message(2)).isVisible();
        server.hangUp();
        eventually(() -> server.received("hello").size() == 2);
        assertThat(server.received("hello").stream()
                        .map(hello -> hello.path("cursor").asInt()))
                .containsExactly(0, 2);
        assertThat(server.received("hello").getFirst().path("token").asString()).isEqualTo("token-1");
        assertThat(server.received("hello").getFirst().path("locale").asString())
                .isEqualTo("en");
    }

    @Test
    void aRevisionMissedWhileTheLineWasDownIsSeenAfterwards() {
        long seq = server.bot(BlocksIT.progress("running", "running"));
        visit();
        assertThat(message(seq).locator(".progress")).hasAttribute("data-state", "running");
        server.hangUp();
        server.revise(seq, 2, BlocksIT.progress("done", "done"));
        assertThat(message(seq).locator(".progress")).hasAttribute("data-state", "done");
        assertThat(page.locator(".progress")).hasCount(1);
    }

    @Test
    void anExpiredTokenIsRenewedOnTheSameLine() {
        visit();
        server.tellAll("{\"type\":\"expired\"}");
        eventually(() -> !server.received("refresh").isEmpty());
        assertThat(server.received("refresh").getFirst().path("token").asString())
                .isEqualTo("token-2");
        say("still here");
        assertThat(message(1)).isVisible();
        assertThat(server.received("hello")).hasSize(1);
    }

    @Test
    void theTokenIsRenewedBeforeItExpires() {
        page.clock().install();
        visit();
        page.clock().fastForward(9 * 60_000 + 1_000);
        eventually(() -> !server.received("refresh").isEmpty());
        assertThat(host.tokens()).isEqualTo(2);
    }

    @Test
    void aRefusedMessageSaysWhyAndCanBeTriedAgain() {
        visit();
        server.refusal = "Not now: the platform is being updated.";
        say("deploy");
        Locator failed = page.locator("[data-pending=failed]");
        assertThat(failed).containsText("being updated");
        server.refusal = "";
        failed.locator("[data-retry]").click();
        assertThat(message(1)).containsText("deploy");
        assertThat(failed).hasCount(0);
    }

    @Test
    void nonsenseFromTheServerDisturbsNothing() {
        visit();
        for (String frame : List.of("{", "[]", "null", "{\"type\":\"dance\"}", "{\"type\":\"message\",\"seq\":1}")) {
            server.tellAll(frame);
        }
        server.tellAll("{\"type\":\"error\",\"code\":\"malformed\",\"message\":\"That was no frame.\"}");
        assertThat(page.locator("[data-complaint]")).containsText("That was no frame.");
        say("all well");
        assertThat(message(1)).isVisible();
    }
}
