package io.cosmopilot.bot.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Somebody who wants their application to run: registers in the portal, and does the rest in the chat. */
final class Developer {

    private final Page page;
    private final String address;
    private final Pictures pictures;
    private final Locator chat;

    Developer(Page page, String address, Pictures pictures) {
        this.page = page;
        this.address = address;
        this.pictures = pictures;
        this.chat = page.locator("cosmopilot-chat");
    }

    /** First with a password that breaks rules, which are named; then with one that keeps them. */
    void registers(String username, String name) {
        page.navigate(address + "/register");
        page.locator("#username").fill(username);
        page.locator("#displayName").fill(name);
        page.locator("#email").fill(username + "@example.com");
        page.locator("#password").fill("short");
        sends();
        assertThat(page.locator("#password-errors")).isVisible();
        pictures.take(page, "register");
        page.locator("#password").fill(Assembled.PASSWORD);
        sends();
        assertThat(page).hasURL(address + "/console");
        assertThat(page.locator("h1")).containsText(name);
    }

    void signsIn(String username) {
        page.navigate(address + "/sign-in");
        page.locator("#username").fill(username);
        page.locator("#password").fill(Assembled.PASSWORD);
        sends();
        assertThat(page).hasURL(address + "/console");
    }

    private void sends() {
        page.locator("form button.primary[aria-disabled='false']").click();
    }

    void opensTheChat() {
        chat.locator("button.launcher").click();
        assertThat(chat.locator("article.bot").first()).isVisible();
    }

    void says(String text) {
        chat.locator("textarea").fill(text);
        chat.locator("textarea").press("Enter");
    }

    /** Presses the newest button of that id. */
    void presses(String choice) {
        chat.locator("button[data-choice='" + choice + "']:enabled").last().click();
    }

    void fills(String field, String value) {
        chat.locator("[data-field='" + field + "'] input:enabled").last().fill(value);
    }

    void submits() {
        chat.locator("button[data-submit]:enabled").last().click();
    }

    /** Waits until the newest message is the bot's, in this step of this flow. */
    void isAsked(String flow, String step) {
        assertThat(chat.locator("article.message").last()).hasAttribute("data-flow", flow);
        assertThat(chat.locator("article[data-flow='" + flow + "'][data-step='" + step + "']")
                        .last())
                .isVisible();
    }

    /** Leaves what is asked before that step at its default. */
    void reaches(String flow, String step) {
        Locator wanted = chat.locator("article[data-flow='" + flow + "'][data-step='" + step + "']");
        Locator button = chat.locator("button[data-choice='/']:enabled");
        assertThat(wanted.or(button).last()).isVisible();
        if (wanted.count() == 0) {
            button.last().click();
        }
        assertThat(wanted.last()).isVisible();
    }

    void hears(String words) {
        assertThat(heard(words)).isVisible();
    }

    Locator heard(String words) {
        return chat.locator("article:not(.person)")
                .filter(new Locator.FilterOptions().setHasText(words))
                .last();
    }

    /** Waits until a card of that kind is in that state. */
    void sees(String card, String state) {
        assertThat(chat.locator(card + "[data-state='" + state + "']").last()).isVisible();
    }

    boolean chinese() {
        return page.evaluate("navigator.language").toString().startsWith("zh");
    }

    Locator chat() {
        return chat;
    }

    Page page() {
        return page;
    }

    void picture(String name) {
        pictures.take(page, name);
    }

    void pictureOf(Page other, String name) {
        pictures.take(other, name);
    }
}
