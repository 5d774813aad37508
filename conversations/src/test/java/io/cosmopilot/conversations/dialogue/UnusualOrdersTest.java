package io.cosmopilot.conversations.dialogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.Source;

import static org.assertj.core.api.Assertions.assertThat;

/** What people do who are in a hurry, change their minds, or try what happens. */
class UnusualOrdersTest {

    private Transcript chat = new Transcript(Locale.SIMPLIFIED_CHINESE);

    @AfterEach
    void close() {
        chat.close();
    }

    private void english() {
        chat.close();
        chat = new Transcript(Locale.ENGLISH);
        arrive();
    }

    private void arrive() {
        chat.register("wei").platform().grant("wei", "kstore");
        chat.platform().runs("blog");
    }

    /** One field of a form is corrected by its name, when the plan is there already. */
    @Test
    void correctsOneFieldOfAFormOnceThePlanIsThere() {
        english();
        chat.play("""
                wei: deploy nginx as front
                wei! defaults
                did: plan front
                platform: planned
                bot: Shall I deploy it
                wei: change replicas to 3
                did: plan front
                platform: planned
                bot: Replicas: `3`
                wei: no, call it edge
                did: plan edge
                platform: planned
                bot: Replicas: `3`
                wei: change replicas to many
                bot: Settings of Nginx
                wei# REPLICAS=4
                did: plan edge
                """);
        assertThat(chat.platform().order().source())
                .isInstanceOfSatisfying(
                        Source.Template.class,
                        template -> assertThat(template.values()).contains(Map.entry("REPLICAS", "4")));
    }

    @Test
    void correctsASettingThatNoTemplateHas() {
        arrive();
        chat.play("""
                wei: 用镜像 nginx:1.27 部署 front
                """);
        chat.play("""
                wei! port:80
                wei! asis
                did: plan front
                platform: planned
                bot: 开始部署吗
                wei: 内存改成 2Gi
                platform: planned
                bot: `2Gi`
                wei: 副本数改成 3
                platform: planned
                bot: 开始部署吗
                wei: 副本数改成 5000
                bot: 1 到
                """);
        assertThat(chat.platform().order().adjustments()).contains(new Adjustment.Scale(null, 3));
    }

    /** Whoever asks for Chinese is answered in Chinese at once, and so on from there. */
    @Test
    void changesTheLanguageInTheMiddleOfAFlow() {
        english();
        chat.play("""
                wei: add a domain
                wei! blog
                bot: Which domain
                wei: 说中文
                bot: 我们说中文
                bot: 用哪个域名
                wei: blog.apps.localhost
                bot: 用哪个路径
                wei: English please
                bot: English it is
                bot: Which path
                """);
    }

    /** A path that is said before its host, or beside one that will not do, is kept until there is one. */
    @Test
    void keepsThePathUntilThereIsAHost() {
        english();
        chat.play("""
                wei: add a domain to blog path=/shop
                bot: Which domain
                wei: blog.apps.localhost
                bot: /shop
                bot! yes no
                wei: cancel
                wei: bind blog to taken.apps.localhost/shop
                bot! use:blog.apps.localhost
                wei: blog.apps.localhost
                bot: /shop
                """);
    }

    /** A yes takes the one proposal there is; a path begins with a slash, and a port is no part of a host. */
    @Test
    void takesAYesForTheProposal() {
        english();
        chat.play("""
                wei: add a domain to blog
                bot! use:blog.apps.localhost
                wei: ok
                bot: Which path
                wei: web.apps.localhost
                bot: doesn’t seem to answer
                wei: yes
                bot: `/`
                bot! yes no
                wei: cancel
                wei: add the domain http://shop.apps.localhost:8080/a to blog
                bot: shop.apps.localhost
                bot! yes no
                """);
    }

    /** Cancel is said of what is going on, not of what was put aside before it. */
    @Test
    void cancelsWhatIsWorkedOnAndNotWhatWasPutAside() {
        english();
        chat.play("""
                wei: deploy nginx as front
                wei: deploy redis as cache
                wei! defaults
                did: plan cache
                wei: cancel
                bot: I stopped the release of “cache”
                """);
    }

    /** What a button says presses it, although the words are an order as well. */
    @Test
    void pressesTheButtonWhoseWordsAreTyped() {
        english();
        chat.play("""
                wei: deploy nginx as front
                wei! defaults
                did: plan front
                platform: planned
                wei: yes
                did: apply front
                platform: healthy
                wei: undo
                bot! reverse leave
                wei: Undo it
                bot: nothing that you did lately
                """);
    }

    /** A document is no question; it is not understood, and nothing breaks. */
    @Test
    void takesEightThousandCharactersForWhatTheyAre() {
        english();
        for (String text : List.of(
                "deploy " + "very ".repeat(1500) + "nginx",
                "说明".repeat(3990),
                "docker tag volume ".repeat(440),
                "x".repeat(8000),
                "🚀".repeat(4000),
                words(1600))) {
            chat.say("wei", text);
        }
        assertThat(chat.told("wei")).doesNotContain("on my side");
        chat.say("wei", "status blog");
        chat.play("bot: is healthy");
    }

    private static String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(Integer.toString(i + 1000, 36)).append(' ');
        }
        return text.toString();
    }

    @Test
    void aQuestionMarkAsksForHelp() {
        arrive();
        chat.play("""
                wei: 申请空间
                bot: 起个名字
                wei: ？
                bot: 起个名字
                wei: ??
                bot: 起个名字
                """);
        assertThat(chat.told("wei")).doesNotContain("“?”").doesNotContain("“??”");
    }

    @Test
    void cancelsOnceHoweverOftenItIsSaid() {
        english();
        chat.play("""
                wei: back
                bot: There is nothing open
                wei: deploy nginx
                wei: back
                wei: back
                bot: This is the first question already
                wei: cancel
                bot: I dropped
                wei: cancel
                bot: There is nothing open
                wei: undo
                wei: skip
                wei: continue
                """);
    }

    /** The number of a button as it is shown, whatever number its id has. */
    @Test
    void aNumberPressesTheButtonThatStandsThere() {
        arrive();
        chat.play("""
                wei: 部署 nginx
                wei: /添加域名
                wei: /申请空间
                wei: /状态 blog
                bot! resume:3 resume:2 resume:1 later
                wei: 3
                bot: 起个名字
                wei: 1
                bot: 的参数
                """);
    }

    /** Of 2, 3 and 5 instances "3" is three, although the third button says five. */
    @Test
    void aNumberAmongNumbersIsWhatItSays() {
        english();
        chat.platform().released("blog", 1);
        chat.play("""
                wei: scale blog
                bot! 2 3 5
                wei: 3
                did: plan blog
                platform: planned
                bot: to **3** instances
                """);
    }

    @Test
    void buttonsAreCountedInWords() {
        arrive();
        chat.platform().runs("wiki");
        chat.play("""
                wei: 添加域名
                bot! blog wiki
                wei: 第二个
                bot: 用哪个域名访问“wiki”
                wei: 返回
                wei: the first one
                bot: 用哪个域名访问“blog”
                """);
    }

    @Test
    void takesTheNameOutOfTheSentence() {
        english();
        chat.play("""
                wei: deploy nginx
                bot: be called
                wei: call it stop
                bot: Settings of Nginx
                wei: cancel
                wei: space
                wei: no, the name is kshop
                bot: What is the space for
                wei: call it cancel
                bot: How big
                """);
    }

    @Test
    void asksWhichOfTwoWithWhatWasSaidOfEach() {
        english();
        chat.platform().released("blog", 1);
        chat.platform().released("shop", 1);
        chat.play("""
                wei: scale blog to 2 and shop to 4
                bot: blog 2
                bot: shop 4
                wei! manage~1
                did: plan shop
                platform: planned
                bot: to **4** instances
                wei: cancel
                wei: deploy redis and also a mysql
                bot! deploy deploy~1
                wei! deploy~1
                bot: MySQL
                """);
    }

    @Test
    void greetsAndGoesOn() {
        arrive();
        chat.play("""
                wei: 部署
                bot: 想运行什么
                wei: 你好
                bot: 说到这里
                bot: 想运行什么
                wei: 谢谢
                bot: 不客气
                bot: 想运行什么
                wei: 在吗
                bot: 想运行什么
                """);
        assertThat(chat.told("wei")).doesNotContain("转给客服");
    }
}
