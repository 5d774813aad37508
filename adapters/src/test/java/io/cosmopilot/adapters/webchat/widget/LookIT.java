package io.cosmopilot.adapters.webchat.widget;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.cosmopilot.adapters.webchat.widget.FakeServer.text;

/** Keeps pictures of the widget under {@code target/screenshots}, for people to look at. */
class LookIT extends WidgetScenario {

    private static final String GREETING = """
            你好，李雷！我是平台助手。你的接入进度：

            - ✅ 注册开发者账号
            - ⬜ 申请镜像空间
            - ⬜ 部署应用

            先申请一个**镜像空间**吧？它是你存放镜像的地方，客服批准后就能 `docker push`。""";

    private static final String OFFERS = """
            {"type":"choices","choices":[{"id":"space","label":"申请镜像空间","style":"primary"},\
            {"id":"templates","label":"先看看模板"},{"id":"human","label":"联系客服"}]}""";

    private static final String APPROVAL = """
            {"type":"approval","approval":"a1","title":"镜像空间 lilei-web","state":"requested","facts":[\
            {"label":"用途","value":"官网与博客"},{"label":"存储","value":"20 Gi"},{"label":"镜像地址","value":"registry.example.com/lilei-web/…"}],\
            "choices":[{"id":"approve","style":"primary"},{"id":"counter"},{"id":"deny","style":"danger"}]}""";

    @Test
    void theJourneyInChinese() {
        host.language = "zh-CN";
        server.locale = "zh-CN";
        server.bot(text(GREETING), OFFERS);
        visit();
        message(1).locator("[data-choice=space]").click();
        assertThat(message(2)).isVisible();
        server.bot(text("好的，给空间起个名字吧，例如 `lilei-web`。只用小写字母、数字和连字符。"));
        say("lilei-web");
        assertThat(message(4)).isVisible();
        server.bot(text("已提交给客服，通常几分钟内会有结果。"), APPROVAL);
        server.agent("你好，我是客服小美。20 Gi 没问题，马上为你批准。");
        server.bot(
                "{\"type\":\"code\",\"language\":\"shell\",\"text\":\"docker login registry.example.com\\ndocker tag web:1 registry.example.com/lilei-web/web:1\\ndocker push registry.example.com/lilei-web/web:1\"}");
        assertThat(message(7)).isVisible();
        keepAll("journey-zh");
    }

    @Test
    void deployingInEnglish() {
        server.bot(text("Which template shall it be?"), many());
        server.bot(text("WordPress with MySQL it is. A few details, and off we go."), BlocksIT.FORM);
        server.bot(BlocksIT.progress("running", "running"));
        server.bot(
                "{\"type\":\"status\",\"rows\":[{\"name\":\"blog\",\"health\":\"healthy\",\"detail\":\"2/2\"},"
                        + "{\"name\":\"blog-mysql\",\"health\":\"progressing\",\"detail\":\"0/1\"},"
                        + "{\"name\":\"old-shop\",\"health\":\"failed\",\"detail\":\"image not found\"}]}",
                "{\"type\":\"link\",\"href\":\"https://blog.example.com/\",\"label\":\"Open blog\"}",
                "{\"type\":\"confirm\",\"text\":\"Delete **old-shop**? Its volume is kept.\",\"choices\":["
                        + "{\"id\":\"yes\",\"label\":\"Delete\",\"style\":\"danger\"},{\"id\":\"no\",\"label\":\"Keep it\"}]}",
                "{\"type\":\"rating\",\"choices\":[{\"id\":\"up\"},{\"id\":\"down\"}]}");
        visit();
        assertThat(message(4)).isVisible();
        keepAll("deploy-en");
        message(2).locator("[data-submit]").click();
        message(2).locator("[name=password]").scrollIntoViewIfNeeded();
        keepAll("form-en");
        message(1).locator("input").scrollIntoViewIfNeeded();
        keepAll("search-en");
    }

    @Test
    void whenTheLineIsDown() {
        server.bot(text("Hello!"));
        visit();
        server.down = true;
        server.hangUp();
        composer().fill("Deploy nginx as shop");
        composer().press("Enter");
        assertThat(page.locator("[data-line-trouble]")).isVisible();
        page.locator("input[data-attach]").setInputFiles(BlocksIT.file("blog.yaml"));
        composer().fill("and this one with it");
        keepAll("line-down-en");
    }

    @Test
    void aPersonWhoIsNotSignedIn() {
        host.signedIn = false;
        page.navigate(address());
        page.locator("[data-launcher]").click();
        assertThat(page.locator("[data-sign-in]")).isVisible();
        keepAll("signed-out-en");
        forgiveRefusedCalls();
    }

    @Test
    void theLauncherCountsWhatIsUnread() {
        visit();
        page.keyboard().press("Escape");
        server.bot(text("one"));
        server.bot(text("two"));
        assertThat(page.locator("[data-unread='2']")).isVisible();
        keep("launcher");
    }

    private static String many() {
        String choices = IntStream.range(0, 12)
                .mapToObj("{\"id\":\"template:t%1$d\",\"label\":\"Template %1$d, for something\"}"::formatted)
                .collect(Collectors.joining(","));
        return "{\"type\":\"choices\",\"choices\":[" + choices + "]}";
    }

    private void keepAll(String name) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
            page.setViewportSize(1200, 860);
            keep(name + "-desktop-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
            page.setViewportSize(390, 844);
            keep(name + "-phone-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private void keep(String name) {
        Path file = BlocksIT.screenshot(name);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}
