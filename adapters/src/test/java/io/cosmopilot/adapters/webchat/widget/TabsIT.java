package io.cosmopilot.adapters.webchat.widget;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.cosmopilot.adapters.webchat.widget.FakeServer.text;
import static org.assertj.core.api.Assertions.assertThat;

/** Several tabs of one person agree. */
class TabsIT extends WidgetScenario {

    @Test
    void bothTabsShowTheSameConversationOnce() {
        server.bot(text("Hello!"));
        visit();
        Page other = otherTab();
        say("from the first tab");
        other.locator("textarea").fill("from the second tab");
        other.locator("textarea").press("Enter");
        for (Page tab : new Page[] {page, other}) {
            assertThat(tab.locator("[data-author=person]")).hasCount(2);
            assertThat(tab.locator("[data-pending]")).hasCount(0);
        }
        assertThat(server.personSaid()).containsExactlyInAnyOrder("from the first tab", "from the second tab");
        assertThat(server.received("say").stream()
                        .map(frame -> frame.path("id"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void whatATabCouldNotSendAnotherSendsOnce() {
        visit();
        server.down = true;
        server.hangUp();
        say("written before the tab was closed");
        assertThat(page.locator("[data-pending=queued]")).hasCount(1);
        Page other = context.newPage();
        other.navigate(address());
        page.close();
        server.down = false;
        eventuallyIn(other, "written before the tab was closed");
        assertThat(server.personSaid()).containsExactly("written before the tab was closed");
    }

    @Test
    void aTabThatWasPutToSleepWhileItSentHoldsUpNoOther() {
        visit();
        Page asleep = otherTab();
        asleep.evaluate("void navigator.locks.request('cosmopilot-chat', () => new Promise(() => {}))");
        say("nobody has to wake up for this");
        assertThat(message(1)).containsText("nobody has to wake up for this");
        assertThat(server.personSaid()).containsExactly("nobody has to wake up for this");
    }

    @Test
    void whatWasReadInOneTabIsReadInTheOther() {
        visit();
        Page other = tab();
        other.navigate(address());
        eventually(() -> server.received("hello").size() == 2);
        page.keyboard().press("Escape");
        server.bot(text("news"));
        assertThat(other.locator("[data-unread='1']")).isVisible();
        assertThat(page.locator("[data-unread='1']")).isVisible();
        page.locator("[data-launcher]").click();
        assertThat(other.locator("[data-unread]")).hasCount(0);
        eventually(() -> !server.received("read").isEmpty());
        assertThat(server.received("read").getLast().path("cursor").asInt()).isEqualTo(1);
    }

    @Test
    void signingOutWipesEveryTab() {
        visit();
        Page other = otherTab();
        server.deaf = true;
        say("never to be seen by the next person");
        assertThat(page.locator("[data-pending]")).hasCount(1);
        host.signedIn = false;
        page.evaluate("dispatchEvent(new Event('cosmopilot:signed-out'))");
        for (Page tab : new Page[] {page, other}) {
            assertThat(tab.locator("[data-sign-in]")).isVisible();
            assertThat(tab.locator("[data-author]")).hasCount(0);
        }
        assertThat(page.evaluate("JSON.stringify(localStorage)").toString()).doesNotContain("never to be seen");
        forgiveRefusedCalls();
    }

    private Page otherTab() {
        Page other = tab();
        other.navigate(address());
        other.locator("[data-launcher]").click();
        online(other);
        return other;
    }

    private static void eventuallyIn(Page tab, String text) {
        tab.locator("[data-launcher]").click();
        assertThat(tab.locator("[data-seq]")).containsText(text);
        assertThat(tab.locator("[data-pending]")).hasCount(0);
    }
}
