package io.cosmopilot.conversations.dialogue;

import java.util.Locale;

import org.junit.jupiter.api.Test;

import io.cosmopilot.conversations.Person.Role;

/** Between asking for a space and having it, nobody is told to ask for one. */
class AwaitedSpaceTest {

    @Test
    void whoWaitsIsToldSoInEnglish() {
        try (Transcript chat = new Transcript(Locale.ENGLISH).register("wei")) {
            chat.register("lin", Role.AGENT);
            chat.play("""
                    wei: apply for a space called kstore with 20Gi for the spring campaign
                    bot: Shall I send it to the support agents?
                    wei: yes
                    bot: A support agent decides
                    wei: hi
                    bot: ⏳ Image space
                    bot: **kstore** is with the support agents
                    bot! human
                    wei: deploy nginx as blog
                    bot: **kstore** is with the support agents. I’ll tell you here as soon as they have decided. Then we’ll go on
                    bot! human
                    wei: create a volume
                    bot: A volume belongs to an image space. Your request for the image space **kstore**
                    wei: cancel
                    wei: later
                    wei: apply for a space called kstore
                    bot: You have asked for “kstore” already
                    wei: kstore2
                    bot: registry
                    """);
        }
    }

    @Test
    void whoWaitsIsToldSoInChinese() {
        try (Transcript chat = new Transcript(Locale.SIMPLIFIED_CHINESE).register("wei")) {
            chat.register("lin", Role.AGENT);
            chat.play("""
                    wei: 申请一个叫 kstore 的空间 20Gi，用途是春季促销
                    bot: 你的申请
                    wei: 是
                    wei: 你好
                    bot: ⏳ 镜像空间
                    bot: **kstore** 正在等客服审批
                    bot! human
                    wei: 部署 nginx 叫 blog
                    bot: **kstore** 正在等客服审批，有结果我会马上在这里告诉你。然后我们接着部署
                    bot! human
                    """);
        }
    }

    @Test
    void theWordsOnARequestsButtonPressIt() {
        try (Transcript chat = new Transcript(Locale.ENGLISH).register("wei")) {
            chat.register("lin", Role.AGENT);
            chat.play("""
                    wei: apply for a space called kstore for the spring campaign
                    bot: How big
                    wei: 8 cores 16Gi 50Gi
                    bot: 50 Gi storage, 8 cores, 16 Gi memory
                    wei: yes
                    bot: A support agent decides
                    wei: Withdraw the request
                    bot: I withdrew the request
                    """);
        }
    }

    @Test
    void theSameWishTwiceIsOneWish() {
        try (Transcript chat = new Transcript(Locale.ENGLISH).register("wei")) {
            chat.play("""
                    wei: deploy nginx as blog
                    bot: Shall we apply for one?
                    wei: deploy nginx as blog
                    bot: Shall we apply for one?
                    wei! space
                    bot: What shall your image space be called?
                    wei: cancel
                    bot: Shall we go on
                    bot! resume drop
                    """);
        }
    }

    @Test
    void whatSaysNothingIsNoPurpose() {
        try (Transcript chat = new Transcript(Locale.SIMPLIFIED_CHINESE).register("wei")) {
            chat.play("""
                    wei: 申请一个叫 kstore 的空间
                    bot: 这个空间用来做什么
                    wei: 10
                    bot: 这个空间用来做什么
                    wei: ……
                    bot: 这个空间用来做什么
                    wei: 测试
                    bot: 需要多大
                    """);
        }
    }

    @Test
    void whatWillNotDoAsANameIsSaidAtOnce() {
        try (Transcript chat = new Transcript(Locale.ENGLISH).register("wei")) {
            chat.play("""
                    wei: apply for a space called X_1
                    bot: “x_1” can’t be the name of a space
                    wei: help
                    bot: The image space is where
                    bot: What shall your image space be called?
                    """);
        }
    }
}
