package io.cosmopilot.adapters.webchat.widget;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.cosmopilot.adapters.webchat.widget.FakeServer.text;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a message says, it stays words; and nobody else reads along. */
class SafetyIT extends WidgetScenario {

    private static final List<String> ATTEMPTS = List.of(
            "<img src=x onerror=document.title='pwned'>",
            "<script>document.title='pwned'</script>",
            "[press](javascript:document.title='pwned')",
            "[press](data:text/html,<script>document.title='pwned'</script>)",
            "**<b onclick=document.title='pwned'>bold</b>** `<svg onload=document.title='pwned'>`",
            "\"><iframe srcdoc=\"<script>parent.document.title='pwned'</script>\">",
            "${document.title='pwned'} {{constructor.constructor('alert(1)')()}}",
            "https://example.com/\"onmouseover=document.title='pwned'");

    @Test
    void noTextInAnyBlockBecomesMarkup() {
        ATTEMPTS.forEach(attempt -> server.bot(everywhere(attempt)));
        visit();
        assertThat(message(ATTEMPTS.size())).isVisible();
        say(ATTEMPTS.getFirst());
        assertThat(page.locator("[data-author=person]")).containsText("<img src=x");
        var panel = page.locator("#panel");
        assertThat(panel.locator("img, script, iframe, b[onclick], svg[onload]"))
                .hasCount(0);
        assertThat(panel.locator("a[href^='javascript:'], a[href^='data:'], [onmouseover]"))
                .hasCount(0);
        assertThat(page.title()).isEqualTo("Host");
    }

    private static String[] everywhere(String attempt) {
        String words = JsonMapper.shared().writeValueAsString(attempt);
        return Stream.of(
                        "{'type':'text','text':%s}",
                        "{'type':'choices','choices':[{'id':%s,'label':%s,'style':%s}]}",
                        "{'type':'form','title':%s,'submit':%s,'fields':[{'name':%s,'kind':'text','label':%s,'hint':%s,"
                                + "'value':%s,'error':%s},{'name':'c','kind':'choice','options':[{'id':%s,'label':%s}]}]}",
                        "{'type':'confirm','text':%s,'choices':[]}",
                        "{'type':'progress','title':%s,'state':%s,'steps':[{'label':%s,'state':'done','detail':%s}]}",
                        "{'type':'status','rows':[{'name':%s,'health':%s,'detail':%s}]}",
                        "{'type':'code','language':%s,'text':%s}",
                        "{'type':'link','href':%s,'label':%s}",
                        "{'type':'approval','approval':%s,'title':%s,'state':%s,'facts':[{'label':%s,'value':%s}]}")
                .map(block -> block.replace('\'', '"').replace("%s", words))
                .toArray(String[]::new);
    }

    @Test
    void linksGoToTheWebOnlyAndTakeNothingAlong() {
        server.bot(text("See [the guide](https://docs.example.com/a_b) or https://blog.example.com/x，then **go**."));
        visit();
        var links = message(1).locator("a");
        assertThat(links).hasCount(2);
        assertThat(links.first()).hasAttribute("href", "https://docs.example.com/a_b");
        assertThat(links.first()).hasAttribute("rel", "noopener noreferrer nofollow");
        assertThat(links.last()).hasAttribute("href", "https://blog.example.com/x");
        assertThat(message(1).locator("strong")).hasText("go");
    }

    @Test
    void markdownBecomesParagraphsListsAndCode() {
        server.bot(text("One\ntwo\n\n- *a*\n- `b_c_d`\n\n3. x\n4. y\n\nsnake_case_name 2 * 3 * 4"));
        visit();
        assertThat(message(1).locator("p br")).hasCount(1);
        assertThat(message(1).locator("ul li")).hasText(new String[] {"a", "b_c_d"});
        assertThat(message(1).locator("em")).hasText("a");
        assertThat(message(1).locator("ol")).hasAttribute("start", "3");
        assertThat(message(1).locator("p").last()).hasText("snake_case_name 2 * 3 * 4");
    }

    @Test
    void theTokenIsNeverInAnAddressNorKept() {
        visit();
        assertThat(page.evaluate(
                                "JSON.stringify([performance.getEntries().map(entry => entry.name), {...localStorage}, document.cookie])")
                        .toString())
                .doesNotContain("token-1");
    }

    @Test
    void aPersonWhoIsNotSignedInIsInvitedToSignInAndGoesOnAfterwards() {
        host.signedIn = false;
        host.body = "<cosmopilot-chat open sign-in-href='/enter'></cosmopilot-chat>";
        page.navigate(address());
        assertThat(page.locator("[data-sign-in]")).hasAttribute("href", "/enter");
        assertThat(composer()).hasCount(0);
        host.signedIn = true;
        page.evaluate("dispatchEvent(new Event('focus'))");
        online(page);
        assertThat(composer()).isVisible();
        forgiveRefusedCalls();
    }

    @Test
    void aPageWhoseCsrfTokenWasRenewedMeanwhileConnectsByItself() {
        host.stale.set(1);
        visit();
        online(page);
        assertThat(composer()).isVisible();
        forgiveRefusedCalls();
    }

    @Test
    void aPageWithItsOwnSignInGivesTheToken() {
        page.navigate(address());
        page.evaluate("""
                () => {
                    const chat = document.createElement('cosmopilot-chat');
                    chat.tokenProvider = async () => ({ token: 'from-the-page', expiresAt: '' });
                    document.querySelector('cosmopilot-chat').replaceWith(chat);
                    chat.open();
                }""");
        online(page);
        assertThat(server.received("hello").getLast().path("token").asString()).isEqualTo("from-the-page");
    }

    @Test
    void thePageHearsThatTheJourneyMayHaveMovedOn() {
        server.bot(text("history"));
        visit();
        page.evaluate("window.moved = 0; addEventListener('cosmopilot:journey', () => window.moved++)");
        long seq = server.bot(BlocksIT.progress("running", "running"));
        eventually(() -> page.evaluate("window.moved").equals(1));
        server.revise(seq, 1, BlocksIT.progress("done", "done"));
        eventually(() -> page.evaluate("window.moved").equals(2));
    }
}
