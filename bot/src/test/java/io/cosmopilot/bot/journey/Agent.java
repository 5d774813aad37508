package io.cosmopilot.bot.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A support agent at the desk. */
final class Agent {

    private final Page page;
    private final Pictures pictures;

    Agent(Page page, String address, Pictures pictures) {
        this.page = page;
        this.pictures = pictures;
        page.navigate(address + "/desk");
        page.locator("#username").fill("agent");
        page.locator("#password").fill(Assembled.PASSWORD);
        page.locator("#password").press("Enter");
        assertThat(page).hasURL(address + "/desk");
    }

    /** Waits for the request of that title to appear by itself, and opens it. */
    void opens(String title) {
        page.locator(".desk-queue .queue-item")
                .filter(new Locator.FilterOptions().setHasText(title))
                .first()
                .click();
        assertThat(page.locator(".decision[data-state='requested']").last()).isVisible();
    }

    void approves() {
        page.locator(".decision[data-state='requested'] .verdicts .primary").click();
    }

    void approvesLess(int storageGi, String reason) {
        page.locator(".decision[data-state='requested'] .verdicts button")
                .nth(1)
                .click();
        page.locator("input[name='storageGi']").fill(String.valueOf(storageGi));
        gives(reason);
    }

    void refuses(String reason) {
        page.locator(".decision[data-state='requested'] .verdicts .danger").click();
        gives(reason);
    }

    private void gives(String reason) {
        page.locator("textarea[name='reason']").fill(reason);
        pictures.take(page, "desk-decision");
        page.locator(".verdict-form .verdicts button").first().click();
        assertThat(page.locator(".notice.good")).isVisible();
    }

    /** Opens the conversation of whoever waits for a person. */
    void takesOver(String person) {
        page.locator(".desk-queue .queue-item:has([data-mode='waiting'])")
                .filter(new Locator.FilterOptions().setHasText(person))
                .first()
                .click();
        page.locator(".desk-deeds .primary").click();
        assertThat(page.locator("cp-desk .composer")).hasAttribute("data-kind", "reply");
    }

    void writes(String text) {
        page.locator("cp-desk #composer").fill(text);
        page.locator("cp-desk #composer").press("Enter");
        assertThat(page.locator("cp-desk #composer")).hasValue("");
        pictures.take(page, "desk-conversation");
    }

    void hears(String words) {
        assertThat(page.locator("cp-desk .message")
                        .filter(new Locator.FilterOptions().setHasText(words))
                        .last())
                .isVisible();
    }

    void handsBack() {
        page.locator(".desk-deeds button").first().click();
        assertThat(page.locator("cp-desk .composer")).hasAttribute("data-kind", "note");
    }
}
