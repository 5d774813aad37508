package io.cosmopilot.adapters.webchat.widget;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.cosmopilot.adapters.webchat.widget.FakeServer.text;
import static org.assertj.core.api.Assertions.assertThat;

/** Everything can be reached, named and read by everybody. */
class AccessibilityIT extends WidgetScenario {

    private static final List<String> STANDARD =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @Test
    void everyBlockPassesAxeInLightAndDark() {
        server.bot(text("Hello **you**, see https://example.com"), BlocksIT.CHOICES);
        server.bot(BlocksIT.FORM);
        server.bot(BlocksIT.progress("running", "running"), BlocksIT.progress("failed", "failed"), many());
        server.bot(
                "{\"type\":\"status\",\"rows\":[{\"name\":\"blog\",\"health\":\"healthy\",\"detail\":\"2/2\"},"
                        + "{\"name\":\"shop\",\"health\":\"failed\",\"detail\":\"0/1\"},{\"name\":\"old\",\"health\":\"stopped\",\"detail\":\"\"},"
                        + "{\"name\":\"new\",\"health\":\"progressing\",\"detail\":\"0/1\"}]}",
                "{\"type\":\"code\",\"language\":\"yaml\",\"text\":\"kind: Service\"}",
                "{\"type\":\"link\",\"href\":\"https://blog.example.com/\",\"label\":\"Open blog\"}",
                "{\"type\":\"confirm\",\"text\":\"Sure?\",\"choices\":[{\"id\":\"yes\"},{\"id\":\"no\"}]}",
                "{\"type\":\"approval\",\"approval\":\"a\",\"title\":\"Space\",\"state\":\"requested\","
                        + "\"facts\":[{\"label\":\"Storage\",\"value\":\"20 Gi\"}],\"choices\":[{\"id\":\"approve\",\"style\":\"primary\"},"
                        + "{\"id\":\"deny\",\"style\":\"danger\"}]}",
                "{\"type\":\"rating\",\"choices\":[{\"id\":\"up\"},{\"id\":\"down\"}]}");
        server.agent("An agent here");
        visit();
        message(2).locator("[data-submit]").click();
        message(1).locator("[data-choice=approve]").click();
        assertThat(message(6)).isVisible();
        server.refusal = "No";
        say("refused");
        assertThat(page.locator("[data-pending=failed]")).isVisible();
        expectNoViolations();
    }

    @Test
    void theOtherFacesPassAxeToo() {
        page.navigate(address());
        server.bot(text("news"));
        expectNoViolations();
        host.signedIn = false;
        page.reload();
        page.locator("[data-launcher]").click();
        assertThat(page.locator("[data-sign-in]")).isVisible();
        expectNoViolations();
        forgiveRefusedCalls();
    }

    private void expectNoViolations() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
            var violations = new AxeBuilder(page)
                    .include("cosmopilot-chat")
                    .withTags(STANDARD)
                    // All in the one page there is.
                    .setLegacyMode(true)
                    .analyze()
                    .getViolations();
            assertThat(violations.stream().map(AccessibilityIT::told).toList()).isEmpty();
        }
    }

    private static String told(Rule rule) {
        return rule.getId()
                + rule.getNodes().stream()
                        .map(node -> "\n  " + node.getTarget() + " " + node.getFailureSummary())
                        .collect(Collectors.joining());
    }

    @Test
    void everythingWorksWithoutAMouse() {
        long seq = server.bot(text("Which?"), BlocksIT.CHOICES);
        page.navigate(address());
        page.locator("[data-launcher]").focus();
        page.keyboard().press("Enter");
        online(page);
        assertThat(composer()).isFocused();
        assertThat(message(seq)).isVisible();
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Shift+Tab");
        assertThat(message(seq).locator("[data-choice=later]")).isFocused();
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Space");
        eventually(() -> !server.received("choose").isEmpty());
        assertThat(server.received("choose").getFirst().path("choice").asString())
                .isEqualTo("deny");
        page.keyboard().press("Escape");
        assertThat(page.locator("#panel")).isHidden();
        assertThat(page.locator("[data-launcher]")).isFocused();
    }

    @Test
    void newMessagesAreAnnouncedPolitely() {
        visit();
        var log = page.locator("[role=log]");
        assertThat(log).hasAttribute("aria-live", "polite");
        assertThat(log).hasAttribute("aria-label", "Conversation");
        assertThat(log).hasAttribute("aria-busy", "false");
    }

    private static String many() {
        return IntStream.range(0, 12)
                .mapToObj("{\"id\":\"t%1$d\",\"label\":\"Template %1$d\"}"::formatted)
                .collect(Collectors.joining(",", "{\"type\":\"choices\",\"choices\":[", "]}"));
    }
}
