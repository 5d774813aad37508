package io.cosmopilot.bot.portal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** One person in front of one browser, and the platform's answers to them. */
final class Visitor {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final BrowserContext context;
    private final String address;
    final Look look;
    private final List<String> complaints = new ArrayList<>();
    final Page page;
    final Answers answers;

    Visitor(Browser browser, String address, Look look) {
        this.context = browser.newContext(look.options());
        this.address = address;
        this.look = look;
        this.page = context.newPage();
        this.answers = new Answers(page);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
    }

    Visitor open(String path) {
        page.navigate(address + path);
        return this;
    }

    void isOn(String path) {
        page.waitForURL(address + path);
    }

    /** Keeps a picture, and finds nothing that shuts anybody out, nothing that sticks out, and no complaint of the browser. */
    void looksRight(String name) {
        page.evaluate("window.scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(
                        SCREENSHOTS.resolve("portal-" + name + "-" + look.name().toLowerCase(Locale.ROOT) + ".png"))
                .setFullPage(true));
        // All in one page, without a second one for each look, which a browser needs a second for.
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .as("axe on " + name)
                .isEmpty();
        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits the width of the window", name)
                .isTrue();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    /** Leaves the page first: a call of it that is still answered while it closes is an error of Playwright’s. */
    void close() {
        if (!page.isClosed()) {
            page.navigate("about:blank");
        }
        context.close();
    }
}
