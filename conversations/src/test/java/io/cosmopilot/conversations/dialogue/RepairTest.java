package io.cosmopilot.conversations.dialogue;

import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What people do when it does not go straight ahead; {@link RepairInEnglishTest} has the same in English. */
class RepairTest {

    private final Transcript zh = new Transcript(Locale.SIMPLIFIED_CHINESE);

    @AfterEach
    void close() {
        zh.close();
    }

    @Test
    void correctsOneAnswerAndWhatDependsOnIt() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.platform().runs("blog");
        zh.platform().runs("wiki");
        zh.play("""
                wei: 添加域名
                bot: 给哪个应用
                wei! blog
                bot: 用哪个域名
                wei: blog.apps.localhost
                bot: 用哪个路径
                wei! /
                bot: blog.apps.localhost
                wei: 改成 wiki
                bot: wiki
                bot: blog.apps.localhost
                bot! yes no
                wei: 域名改成 taken.apps.localhost
                bot: 不客气
                wei: shop.apps.localhost
                bot: shop.apps.localhost
                wei: 好的
                did: claim wiki [shop.apps.localhost] [/] 80
                """);
    }

    @Test
    void correctsInEnglish() {
        try (Transcript chat = new Transcript(Locale.ENGLISH)) {
            chat.register("wei").platform();
            chat.play("""
                    wei: apply for a space
                    wei: kstore
                    bot: What is the space for
                    wei: no, call it shop
                    bot: How big
                    wei: back
                    bot: What is the space for
                    wei: the shop of our town
                    wei: 20Gi
                    bot: kstore
                    wei: no, call it shop
                    bot: shop
                    bot: the shop of our town
                    bot! yes no
                    """);
        }
    }

    @Test
    void skipsWithTheDefaultOrSaysWhyItIsNeeded() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.play("""
                wei: 部署
                bot: 想运行什么
                wei: 跳过
                bot: 没有默认值
                bot: 应用模板是
                bot: 想运行什么
                wei: nginx
                bot: 起个名字
                wei: 跳过
                bot: 的参数
                """);
    }

    @Test
    void saysAgainWhatWasSaidSinceThePersonLastSpoke() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.play("""
                wei: 再说一遍
                bot: 你好
                wei: 部署 nginx
                bot: 起个名字
                wei: 没听清
                bot: 起个名字
                wei! use:nginx
                wei! defaults
                did: plan nginx
                platform: planned
                bot: 开始部署吗
                wei: 再说一遍
                bot: 开始部署吗
                wei! yes
                did: apply nginx
                platform: progressed
                wei: 再说一遍
                bot: 正在部署
                platform: healthy
                bot: 运行正常
                """);
    }

    @Test
    void beginsAnew() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.play("""
                wei: 部署 nginx
                wei: 重新开始
                bot: 你好
                wei: 继续
                bot: 现在没有进行中的事情
                """);
    }

    @Test
    void letsThePersonChooseAmongSeveralInterruptedFlows() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.platform().runs("shop");
        zh.play("""
                wei: 部署
                bot: 想运行什么
                wei: 给 shop 加域名
                bot: 用哪个域名
                wei: /status shop
                bot: 运行正常
                bot: 先继续哪一件
                bot! resume:2 resume:1 later
                wei! resume:1
                bot: 想运行什么
                wei: 取消
                bot: 已取消
                bot: 要继续吗
                wei: 好的
                bot: 用哪个域名
                wei: 取消
                bot: 已取消
                """);
    }

    @Test
    void aYesAfterANoIsNoConsentToWhatWasRefused() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.platform().runs("blog");
        zh.play("""
                wei: 给 blog 加域名 blog.apps.localhost/shop
                bot: 添加这个域名吗
                wei: 先不要
                bot: 想改哪一项
                wei: 好的
                bot: 添加这个域名吗
                bot! yes no
                wei: 不
                bot: 想改哪一项
                wei! change:path
                bot: 用哪个路径
                wei: /blog
                bot: 添加这个域名吗
                wei: 好的
                did: claim blog [blog.apps.localhost] [/blog] 80
                """);
    }

    /** An application is called like the path: it is a path all the same. A command is a command there, too. */
    @Test
    void takesAPathForAPathAndACommandForACommand() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.platform().runs("blog");
        zh.play("""
                wei: 给 blog 加域名 blog.apps.localhost
                bot: 用哪个路径
                wei: /状态 blog
                bot: 运行正常
                bot: 要继续吗
                wei: 好
                bot: 用哪个路径
                wei: /blog，/shop
                bot: 添加这个域名吗
                wei: 好
                did: claim blog [blog.apps.localhost] [/blog, /shop] 80
                """);
    }

    @Test
    void yesAndNoAnswerAnOffer() {
        try (Transcript chat = new Transcript(Locale.ENGLISH)) {
            chat.register("wei").platform().grant("wei", "kstore");
            chat.platform().runs("shop");
            chat.play("""
                    wei: deploy an application
                    bot: What would you like to run
                    wei: status shop
                    bot: Shall we go on with it
                    wei: no
                    bot: I dropped
                    wei: no
                    bot: I’m here when you need me
                    """);
        }
    }

    @Test
    void remindsOnceAndParksAfterADay() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.play("""
                wei: 部署 nginx
                bot: 起个名字
                pass: PT31M
                bot: 你还在吗
                bot: 起个名字
                """);
        String reminded = zh.told("wei");
        zh.play("pass: PT5H");
        assertThat(zh.told("wei")).isEqualTo(reminded);
        zh.play("""
                pass: PT24H
                bot: 先把“部署应用”收起来
                wei: 你好
                bot: 要继续吗
                wei: 继续
                bot: 起个名字
                pass: PT31M
                bot: 你还在吗
                """);
    }

    @Test
    void answersWithTheProgressWhileItIsBusy() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.play("""
                wei: 部署 nginx 名称=shop
                wei! defaults
                did: plan shop
                platform: planned
                wei! yes
                did: apply shop
                platform: progressed
                wei: 呃呃呃呃
                bot: 我还在忙：部署应用
                bot: 正在部署 shop
                bot! cancel
                """);
    }

    @Test
    void doesNotStopWhatCannotBeStopped() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.platform().runs("blog");
        zh.play("""
                wei: 给 blog 加域名 blog.apps.localhost
                wei! /
                wei! yes
                did: claim blog [blog.apps.localhost] [/] 80
                wei: 取消
                bot: 停不下来
                platform: serving
                bot: http://blog.apps.localhost
                wei: 撤销
                bot: 我自己撤不回来
                """);
    }

    @Test
    void newsDoesNotPushAsideTheQuestionThatIsBeingAnswered() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.platform().runs("blog");
        zh.play("""
                wei: 部署 nginx 名称=shop
                wei! defaults
                did: plan shop
                platform: planned
                wei! yes
                did: apply shop
                wei: 给 blog 加域名
                bot: 用哪个域名
                platform: failed
                bot: 没有成功
                bot: 用哪个域名
                wei: blog.apps.localhost
                bot: 用哪个路径
                wei! retry
                did: plan shop
                """);
    }

    @Test
    void undoesTheLatestAnswer() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.play("""
                wei: 部署 nginx
                bot: 起个名字
                wei: 撤销
                bot: 想运行什么
                """);
    }

    @Test
    void namesWhatExistsBeforeItIsCancelled() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.play("""
                wei: 部署 nginx 名称=shop
                wei! defaults
                did: plan shop
                platform: planned
                wei! yes
                did: apply shop
                wei: 取消
                bot: 应用“shop”（目前完成的部分）
                bot! wait abandon
                wei! wait
                bot: 我继续做完
                platform: failed
                bot: 没有成功
                wei: 取消
                bot! resume abandon
                wei! resume
                bot: 没有成功
                wei: 取消
                wei! abandon
                bot: 就到这里
                wei: 继续
                bot: 现在没有进行中的事情
                """);
    }

    @Test
    void goesOnOnAnotherChannel() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.play("""
                wei: 部署 nginx
                bot: 起个名字
                wei@slack: 在这里继续
                bot: 就在这里继续
                bot: 起个名字
                wei@slack: shop
                bot: 的参数
                wei: 继续
                """);
        assertThat(zh.told("wei")).contains("转到Slack继续");
        assertThat(zh.told("wei@slack")).contains("转到网页聊天继续");
    }

    @Test
    void apologisesWithAnIdAndTriesAgain() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.play("wei: 部署\nbot: 想运行什么");
        zh.platform().broken(true);
        zh.play("""
                wei: nginx
                bot: 问题编号
                bot! again human
                wei! again
                bot: 问题编号
                """);
        zh.platform().broken(false);
        zh.play("""
                wei: 再试一次
                bot: 起个名字
                """);
    }

    @Test
    void onlyWhatIsUnmistakableInterruptsAFreeText() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.platform().runs("shop");
        zh.play("""
                wei: 申请空间
                wei: ktwo
                bot: 用来做什么
                wei: 部署 wordpress 给客户看
                bot: 需要多大
                wei: 返回
                bot: 用来做什么
                wei: /状态 shop
                bot: 运行正常
                """);
    }

    @Test
    void asksAgainOnlyWhenAnEarlierButtonNoLongerFits() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.play("""
                wei: 部署
                bot: 想运行什么
                wei! nonsense
                bot: 没有这个按钮
                bot: 想运行什么
                wei! template:nginx
                bot: 起个名字
                """);
    }

    /** What was interrupted is offered once, when the other flow has ended: not each time that one waits. */
    @Test
    void offersWhatWasInterruptedOnceAnotherFlowHasEnded() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.play("""
                wei: 申请空间
                bot: 起个名字
                wei: ktwo
                bot: 用来做什么
                wei: /部署 nginx 名称=shop
                bot: 的参数
                wei! defaults
                did: plan shop
                platform: planned
                bot: 开始部署吗
                wei: 好的
                did: apply shop
                platform: progressed
                """);
        assertThat(zh.told("wei")).doesNotContain("要继续吗");
        zh.play("""
                platform: healthy
                bot: 运行正常
                bot: 刚才“申请镜像空间”进行到一半，要继续吗
                bot! resume drop
                wei: 好
                bot: 用来做什么
                wei: /状态 shop
                bot: 要继续吗
                wei: 不用
                bot: 已取消
                wei: 继续
                bot: 现在没有进行中的事情
                """);
    }

    /** A host that is called like an application says which one is meant. */
    @Test
    void takesTheApplicationFromItsHost() {
        zh.register("wei").platform().runs("blog");
        zh.play("""
                wei: 添加域名
                bot: 给哪个应用
                wei: blog.apps.localhost
                bot: 用哪个路径
                wei! /
                wei! yes
                did: claim blog [blog.apps.localhost] [/] 80
                """);
    }

    @Test
    void keepsAHostUntilItIsKnownForWhichApplication() {
        zh.register("wei").platform().runs("blog");
        zh.platform().runs("wiki");
        zh.play("""
                wei: 添加域名
                bot: 给哪个应用
                wei: www.apps.localhost
                bot: 给哪个应用
                wei! wiki
                """);
        zh.pressIfOffered("wei", "use:www.apps.localhost");
        zh.play("""
                wei! /
                wei! yes
                did: claim wiki [www.apps.localhost] [/] 80
                """);
    }

    /** Nobody waits for news that will not come: the person is told, and the report is brought again. */
    @Test
    void apologisesForNewsThatCannotBeTold() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.play("""
                wei: 部署 nginx 名称=shop
                wei! defaults
                platform: planned
                wei! yes
                platform: garbled
                bot: “部署应用”有了新进展
                bot: 问题编号
                platform: mended
                bot: 没有成功
                bot! edit retry human cancel
                """);
    }

    /** Two wishes for the same flow are two buttons. */
    @Test
    void asksWhichOfTwoDeeds() {
        zh.register("wei").platform().grant("wei", "kstore");
        zh.platform().runs("blog");
        zh.platform().runs("shop");
        zh.play("""
                wei: 停止 blog 和 shop
                bot: 管理应用：停止 blog
                bot: 管理应用：停止 shop
                bot! manage manage~1
                wei! manage~1
                bot: shop
                """);
    }

    /** What is surely a question about the platform is answered, although it is no wish. */
    @Test
    void answersWhatTheGuideKnows() {
        zh.register("wei").play("""
                wei: hostPath
                bot: hostPath
                wei: 呃呃呃呃
                bot: 我还没听懂
                """);
    }

    @Test
    void keepsNothingThatCannotBeKept() {
        zh.register("wei").play("wei: 你\u0000好\uD83D\nbot: 接入进度");
        assertThat(zh.told("wei")).contains("text=你好]");
    }
}
