package io.cosmopilot.adapters.webchat.widget;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.cosmopilot.adapters.webchat.widget.FakeServer.text;
import static org.assertj.core.api.Assertions.assertThat;

/** Every kind of block is shown, and answered as the protocol has it. */
class BlocksIT extends WidgetScenario {

    static final String CHOICES = """
            {"type":"choices","choices":[{"id":"approve","label":"Approve","style":"primary"},\
            {"id":"deny","label":"Refuse","style":"danger"},{"id":"later","label":"Later"}]}""";

    static final String FORM = """
            {"type":"form","title":"WordPress","submit":"Deploy","fields":[\
            {"name":"name","kind":"text","label":"Name","hint":"Lower case letters","required":true},\
            {"name":"password","kind":"secret","label":"Password","required":true},\
            {"name":"replicas","kind":"number","label":"Replicas","value":2,"required":false},\
            {"name":"tls","kind":"boolean","label":"With TLS","required":false},\
            {"name":"size","kind":"choice","label":"Size","required":true,"options":[{"id":"s","label":"Small"},{"id":"l","label":"Large"}]},\
            {"name":"config","kind":"file","label":"Configuration","required":false}]}""";

    static String progress(String state, String step) {
        return """
                {"type":"progress","title":"Deploying blog","state":"%s","steps":[\
                {"label":"Space","state":"done"},{"label":"wordpress","state":"%s","detail":"1/2 ready"}]}""".formatted(state, step);
    }

    @Test
    void aButtonIsPressedOnceAndStaysMarked() {
        long seq = server.bot(text("A request"), CHOICES);
        visit();
        message(seq).locator("[data-choice=approve]").click();
        assertThat(page.locator("[data-author=person]")).hasCount(1);
        for (Locator button : message(seq).locator("[data-choice]").all()) {
            assertThat(button).isDisabled();
        }
        assertThat(message(seq).locator("[aria-pressed=true]")).hasText("Approve");
        JsonNode frame = server.received("choose").getFirst();
        assertThat(frame.path("seq").asLong()).isEqualTo(seq);
        assertThat(frame.path("choice").asString()).isEqualTo("approve");
        page.reload();
        page.locator("[data-launcher]").click();
        assertThat(message(seq).locator("[aria-pressed=true]")).hasText("Approve");
        assertThat(message(seq).locator("[data-choice=deny]")).isDisabled();
    }

    @Test
    void aRefusedChoiceCanBeMadeAgain() {
        long seq = server.bot(CHOICES);
        visit();
        server.refusal = "Try again";
        message(seq).locator("[data-choice=deny]").click();
        assertThat(page.locator("[data-pending=failed]")).isVisible();
        assertThat(message(seq).locator("[data-choice=approve]")).isEnabled();
    }

    @Test
    void manyChoicesAreSearched() {
        String choices = IntStream.range(0, 30)
                .mapToObj("{\"id\":\"template:t%1$d\",\"label\":\"Template %1$d\"}"::formatted)
                .collect(Collectors.joining(","));
        long seq = server.bot("{\"type\":\"choices\",\"choices\":[" + choices + "]}");
        visit();
        Locator search = message(seq).locator("input[type=search]");
        search.fill("17");
        assertThat(message(seq).locator("[data-choice]")).hasCount(1);
        search.fill("nothing like it");
        assertThat(message(seq)).containsText("Nothing matches");
        search.fill("template 2");
        assertThat(message(seq).locator("[data-choice]")).hasCount(12);
        search.press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        eventually(() -> !server.received("choose").isEmpty());
        assertThat(server.received("choose").getFirst().path("choice").asString())
                .isEqualTo("template:t12");
    }

    @Test
    void aFormIsCheckedFilledInAndSubmitted() {
        long seq = server.bot(FORM);
        visit();
        Locator form = message(seq).locator("form");
        form.locator("[data-submit]").click();
        assertThat(form.locator(".error")).hasCount(3);
        assertThat(form.locator("[name=name]")).isFocused();
        form.locator("[name=name]").fill("blog");
        form.locator("[name=password]").fill("Sesame#2026");
        form.locator("[name=replicas]").fill("three");
        form.locator("[name=tls]").check();
        form.locator("[name=size]").selectOption("l");
        form.locator("[data-field=config] input").setInputFiles(file("blog.yaml"));
        assertThat(form.locator("[data-field=config]")).containsText("blog.yaml");
        form.locator("[data-submit]").click();
        assertThat(form.locator(".error")).hasText(Pattern.compile("number"));
        form.locator("[name=replicas]").fill("3");
        form.locator("[data-submit]").click();
        eventually(() -> !server.received("submit").isEmpty());
        assertThat(server.received("submit").getFirst().path("fields").toString())
                .isEqualTo("{\"name\":\"blog\",\"password\":\"Sesame#2026\",\"replicas\":3,\"tls\":true,"
                        + "\"size\":\"l\",\"config\":\"up-1\"}");
        assertThat(form.locator("[data-submit]")).hasCount(0);
        assertThat(form).containsText("Submitted");
    }

    @Test
    void aSecretIsHiddenShownOnDemandAndNeverKept() {
        long seq = server.bot(FORM);
        visit();
        Locator form = message(seq).locator("form");
        Locator password = form.locator("[name=password]");
        assertThat(password).hasAttribute("type", "password");
        form.locator("[data-reveal]").click();
        assertThat(password).hasAttribute("type", "text");
        form.locator("[name=name]").fill("blog");
        password.fill("Sesame#2026");
        form.locator("[name=size]").selectOption("s");
        server.deaf = true;
        form.locator("[data-submit]").click();
        assertThat(form.locator("[data-submit]")).isDisabled();
        assertThat(page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
                        .toString())
                .doesNotContain("Sesame");
    }

    @Test
    void whatTheServerComplainsAboutIsShownAtItsField() {
        long seq = server.bot(FORM);
        visit();
        Locator form = message(seq).locator("form");
        form.locator("[name=name]").fill("blog");
        form.locator("[name=password]").fill("short");
        form.locator("[name=size]").selectOption("s");
        form.locator("[data-submit]").click();
        assertThat(form).containsText("Submitted");
        server.revise(seq, 1, FORM.replace("\"hint\":", "\"error\":\"blog is taken\",\"hint\":"));
        assertThat(form.locator("[data-field=name] .error")).hasText("blog is taken");
        assertThat(form.locator("[name=name]")).isFocused();
        assertThat(form.locator("[name=name]")).hasValue("blog");
        form.locator("[name=name]").fill("blog2");
        assertThat(form.locator(".error")).hasCount(0);
        form.locator("[data-submit]").click();
        eventually(() -> server.received("submit").size() == 2);
    }

    @Test
    void progressIsRevisedInPlace() {
        long seq = server.bot(progress("running", "running"));
        visit();
        Locator card = message(seq).locator(".progress");
        assertThat(card.locator("li[data-state=running]")).containsText("1/2 ready");
        server.revise(seq, 2, progress("done", "done"));
        assertThat(card).hasAttribute("data-state", "done");
        server.revise(seq, 1, progress("failed", "failed"));
        server.bot(text("next"));
        assertThat(message(seq + 1)).isVisible();
        assertThat(card).hasAttribute("data-state", "done");
    }

    @Test
    void anApprovalIsDecidedByItsButtonsAndRevised() {
        String approval = """
                {"type":"approval","approval":"a1","title":"Image space web","state":"%s",\
                "facts":[{"label":"Storage","value":"20 Gi"}],"choices":[%s]}""";
        long seq = server.bot(approval.formatted("requested", "{\"id\":\"approve\"},{\"id\":\"deny\"}"));
        visit();
        Locator card = message(seq).locator("[data-approval=a1]");
        assertThat(card).containsText("20 Gi");
        card.locator("[data-choice=approve]").click();
        assertThat(card.locator("[data-choice=approve]")).isDisabled();
        server.revise(seq, 1, approval.formatted("approved", ""));
        assertThat(card.locator(".chip")).hasText("Approved");
        assertThat(card.locator("[data-choice]")).hasCount(0);
    }

    @Test
    void statusCodeLinkConfirmAndRatingAreShown() {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        server.bot(
                "{\"type\":\"status\",\"rows\":[{\"name\":\"blog\",\"health\":\"healthy\",\"detail\":\"2/2\"}]}",
                "{\"type\":\"code\",\"language\":\"shell\",\"text\":\"docker push\\n  web\"}",
                "{\"type\":\"link\",\"href\":\"https://blog.example.com/\",\"label\":\"Open blog\"}",
                "{\"type\":\"confirm\",\"text\":\"Sure?\",\"choices\":[{\"id\":\"yes\"},{\"id\":\"no\"}]}",
                "{\"type\":\"rating\",\"choices\":[{\"id\":\"up\"},{\"id\":\"down\"}]}",
                "{\"type\":\"hologram\"}");
        visit();
        assertThat(message(1).locator("[data-health=healthy]")).containsText("2/2");
        message(1).locator("[data-copy]").click();
        assertThat(message(1).locator("[data-copy]")).containsText("Copied");
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("docker push\n  web");
        assertThat(message(1).locator("a.link")).hasAttribute("href", "https://blog.example.com/");
        assertThat(message(1).locator("[data-choice=yes]")).hasText("Yes");
        message(1).locator("[data-choice=down]").click();
        eventually(() -> !server.received("choose").isEmpty());
    }

    static FilePayload file(String name) {
        return new FilePayload(name, "text/yaml", "kind: Service".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static Path screenshot(String name) {
        return Path.of("target", "screenshots", name + ".png");
    }
}
