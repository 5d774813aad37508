package io.cosmopilot.bot.journey;

import java.nio.file.Path;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;

/** From nothing to a reachable application: the real pages, a developer and an agent, on the sandbox. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyIT {

    @TempDir
    static Path data;

    private @Nullable Assembled application;
    private @Nullable Windows windows;

    @BeforeAll
    void start() {
        windows = Windows.open();
        application = Assembled.start(data);
    }

    @AfterAll
    void stop() {
        if (application != null) {
            application.close();
        }
        if (windows != null) {
            windows.close();
        }
    }

    @AfterEach
    void closeTheWindows(TestInfo test) {
        windows()
                .closeAll(new Pictures(
                        test.getTestMethod().orElseThrow().getName().contains("chinese") ? "zh-end" : "en-end"));
    }

    @Test
    void in_chinese_with_less_space_than_asked_for_and_with_a_persons_help() {
        Pictures pictures = new Pictures("zh");
        Developer li = developer("zh-CN", pictures);
        Agent agent = agent("zh-CN", pictures);
        li.registers("li-wei", "李薇");
        li.picture("console");
        li.opensTheChat();
        li.hears("你好，李薇！");

        asksForASpace(li, "li-blog", "放我的博客");
        agent.opens("li-blog");
        agent.approvesLess(8, "先用 8 Gi，不够再加");
        li.hears("先用 8 Gi，不够再加");
        li.presses("accept");
        li.hears("docker login");
        li.picture("granted");

        li.says("部署 wordpress 名称=blog");
        li.isAsked("deploy", "variables");
        li.fills("MYSQL_PASSWORD", "Geheim-2026");
        li.fills("STORAGE_SIZE", "2Gi");
        li.picture("form");
        li.submits();
        li.isAsked("deploy", "confirm");
        li.picture("plan");
        li.presses("yes");
        li.sees(".progress", "running");
        li.sees(".progress", "done");
        li.hears("🎉 blog 运行正常");
        li.picture("healthy");

        li.presses("domain:blog");
        li.isAsked("domain", "port");
        li.presses("80");
        opensItUnderADomain(li, "blog", "li-blog.apps.localhost");
        li.picture("domain");
        li.says("状态 blog");
        assertThat(li.chat().locator("li[data-health='healthy']").last()).isVisible();

        li.says("人工");
        li.presses("other");
        li.picture("waiting");
        agent.takesOver("李薇");
        agent.writes("你好，我是客服小周，有什么可以帮你？");
        li.hears("我是客服小周");
        li.says("已经好了，谢谢！");
        agent.hears("已经好了，谢谢！");
        agent.handsBack();
        li.picture("handed-back");

        restart();
        Developer again = developer("zh-CN", pictures);
        again.signsIn("li-wei");
        assertThat(again.page().locator(".application")).containsText("blog");
        again.opensTheChat();
        again.hears("🎉 blog 运行正常");
        again.says("状态 blog");
        assertThat(again.chat().locator("li[data-health='healthy']").last()).isVisible();
        again.picture("after-a-restart");
    }

    @Test
    void in_english_after_a_refusal_on_a_phone() {
        Pictures pictures = new Pictures("en");
        Developer sam = new Developer(windows().window("en-US", 390, 844), address(), pictures);
        Agent agent = agent("en-US", pictures);
        sam.registers("sam", "Sam");
        sam.picture("console");
        sam.opensTheChat();
        sam.hears("Sam");

        asksForASpace(sam, "sam-shop", "a shop for spring");
        agent.opens("sam-shop");
        agent.refuses("Please say which team this is for");
        sam.hears("Please say which team this is for");
        sam.picture("refused");

        asksForASpace(sam, "sam-store", "the shop of the garden team");
        agent.opens("sam-store");
        agent.approves();
        sam.hears("docker login");
        sam.picture("granted");

        sam.says("deploy nginx name=shop");
        sam.isAsked("deploy", "variables");
        sam.presses("defaults");
        sam.isAsked("deploy", "confirm");
        sam.presses("yes");
        sam.sees(".progress", "done");
        sam.hears("🎉 shop");
        sam.picture("healthy");
        sam.presses("domain:shop");
        opensItUnderADomain(sam, "shop", "sam-shop.apps.localhost");
        sam.picture("domain");
    }

    private static void asksForASpace(Developer developer, String name, String purpose) {
        developer.says(developer.chinese() ? "申请镜像空间" : "apply for an image space");
        developer.isAsked("space", "name");
        developer.says(name);
        developer.isAsked("space", "purpose");
        developer.says(purpose);
        developer.isAsked("space", "storage");
        developer.presses("small");
        developer.isAsked("space", "confirm");
        developer.presses("yes");
        assertThat(developer
                        .chat()
                        .locator("[data-approval] [data-state='requested']")
                        .last())
                .isVisible();
    }

    private static void opensItUnderADomain(Developer developer, String name, String host) {
        developer.isAsked("domain", "host");
        developer.says(host);
        developer.reaches("domain", "confirm");
        developer.presses("yes");
        Locator link =
                developer.chat().locator("a.card.link[href*='" + host + "']").last();
        assertThat(link).isVisible();
        Page opened = developer.page().context().waitForPage(link::click);
        assertThat(opened.locator("h1")).containsText(name);
        developer.pictureOf(opened, "application");
        opened.close();
    }

    private void restart() {
        requireNonNull(application).close();
        application = Assembled.start(data);
    }

    private String address() {
        return requireNonNull(application).address();
    }

    private Windows windows() {
        return requireNonNull(windows);
    }

    private Developer developer(String language, Pictures pictures) {
        return new Developer(windows().window(language, 1280, 860), address(), pictures);
    }

    private Agent agent(String language, Pictures pictures) {
        return new Agent(windows().window(language, 1440, 900), address(), pictures);
    }
}
