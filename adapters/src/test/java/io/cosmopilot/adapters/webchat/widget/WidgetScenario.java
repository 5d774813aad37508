package io.cosmopilot.adapters.webchat.widget;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A person before a page with the widget. Whatever a scenario does, the browser's console stays silent. */
@ExtendWith(Chromium.class)
abstract class WidgetScenario {

    @RegisterExtension
    final BeforeEachCallback opening = this::openBrowser;

    @RegisterExtension
    final AfterTestExecutionCallback evidence = this::keepEvidence;

    final HostPage host = new HostPage();
    final FakeServer server = new FakeServer();
    private final Loopback loopback = new Loopback(host, server);
    private final List<String> complaints = new ArrayList<>();
    BrowserContext context;
    Page page;

    @SuppressWarnings("NullAway.Init") // the browser fills both in before each test
    WidgetScenario() {}

    private void openBrowser(ExtensionContext test) {
        context = Chromium.browser(test).newContext(options());
        context.setDefaultTimeout(10_000);
        page = tab();
    }

    /** Of a scenario that failed: what the page looked like, and what had come from it. */
    private void keepEvidence(ExtensionContext test) {
        if (test.getExecutionException().isPresent() && !page.isClosed()) {
            var picture =
                    Path.of("target", "failed", test.getRequiredTestMethod().getName() + ".png");
            page.screenshot(new ScreenshotOptions().setPath(picture));
            test.publishReportEntry(Map.of("page", page.locator("body").innerText(), "received", server.frames()));
        }
    }

    NewContextOptions options() {
        return new NewContextOptions().setLocale("en-GB").setViewportSize(1200, 860);
    }

    final Page tab() {
        Page tab = context.newPage();
        tab.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        tab.onPageError(complaints::add);
        return tab;
    }

    /** Loads the page and opens the panel. */
    final void visit() {
        page.navigate(address());
        page.locator("[data-launcher]").click();
        online(page);
    }

    final String address() {
        return loopback.address();
    }

    static void online(Page page) {
        assertThat(page.locator(".head .line.open")).isVisible();
    }

    final Locator message(long seq) {
        return page.locator("[data-seq='" + seq + "']");
    }

    final Locator composer() {
        return page.locator("textarea");
    }

    final void say(String text) {
        composer().fill(text);
        composer().press("Enter");
    }

    /** Lets the browser go on until this is so. */
    final void eventually(BooleanSupplier condition) {
        page.waitForCondition(condition);
    }

    /** For scenarios in which the browser itself reports a call that was refused. */
    final void forgiveRefusedCalls() {
        complaints.removeIf(complaint -> complaint.startsWith("Failed to load resource"));
    }

    @AfterEach
    void theConsoleStaysSilent() {
        context.close();
        loopback.close();
        assertThat(complaints).isEmpty();
    }
}
