package io.cosmopilot.conversations.dialogue;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

/** A yes or a no is an answer to what was asked last, and to nothing else. */
class LateAnswersTest {

    @Test
    void aYesToWhichDoYouMeanConfirmsNothingThatWasAskedBefore() {
        try (Transcript chat = new Transcript(Locale.ENGLISH).register("wei")) {
            chat.play("""
                    wei: apply for a space called kstore with 20Gi for the spring campaign
                    bot: Shall I send it to the support agents?
                    wei: give blog 3 replicas and then restart it
                    bot: Which do you mean?
                    bot! manage manage~1
                    wei: yes
                    bot: Which do you mean?
                    bot! manage manage~1
                    wei: no
                    bot: Shall I send it to the support agents?
                    wei: yes
                    bot: Sent!
                    """);
        }
    }

    @Test
    void aNoThatComesLateWithdrawsNothing() {
        try (Transcript chat = new Transcript(Locale.ENGLISH).register("wei")) {
            chat.play("""
                    wei: apply for a space called kstore with 20Gi for the spring campaign
                    wei: yes
                    bot: Sent!
                    wei: deploy nginx
                    wei: status
                    bot: Shall we go on with it?
                    bot! resume drop
                    wei: cancel
                    bot: I dropped “deploying an application”
                    wei: no
                    bot: settled
                    wei: hi
                    bot: **kstore** is with the support agents
                    """);
        }
    }

    @Test
    void undoTakesBackWhatWasDoneAndNotWhatWasOnlyBegun() {
        try (Transcript chat = new Transcript(Locale.SIMPLIFIED_CHINESE).register("wei")) {
            chat.play("""
                    wei: 申请一个叫 kstore 的空间 20Gi，用途是春季促销
                    wei: 是
                    wei: 部署 nginx
                    wei: 状态
                    bot! resume drop
                    wei: 撤销
                    bot: kstore
                    bot: 撤回
                    bot! resume drop
                    """);
        }
    }

    @Test
    void theDefaultsOfAFormAreTakenInWords() {
        for (String words : List.of("默认就行", "好", "跳过")) {
            try (Transcript chat = new Transcript(Locale.SIMPLIFIED_CHINESE).register("wei")) {
                chat.platform().grant("wei", "kstore");
                chat.play("""
                        wei: 部署 nginx 叫 blog
                        bot: 的参数
                        bot! defaults
                        wei: %s
                        did: plan blog
                        """.formatted(words));
            }
        }
    }

    @Test
    void whoDoesNotWantWhatIsMissingDoesNotWantTheRest() {
        try (Transcript chat = new Transcript(Locale.ENGLISH).register("wei")) {
            chat.play("""
                    wei: scale shop to 4
                    bot: Shall we deploy one first?
                    wei: no thanks
                    bot: I dropped “managing an application”
                    wei: deploy something
                    bot: Shall we apply for one?
                    wei: no
                    bot: I dropped “deploying an application”
                    wei: resume
                    bot: nothing
                    """);
        }
    }

    @Test
    void theLatestOfSeveralGoesOn() {
        try (Transcript chat = new Transcript(Locale.ENGLISH).register("wei")) {
            chat.platform().grant("wei", "kstore");
            chat.play("""
                    wei: deploy redis as cache
                    bot: Settings
                    wei: deploy nginx as blog
                    bot: Settings
                    wei: add a domain
                    bot: deploy one first
                    wei: yes
                    bot: Nginx
                    bot! defaults
                    """);
        }
    }

    @Test
    void whoSaysMoreAboutItDoesNotWantItTwice() {
        try (Transcript chat = new Transcript(Locale.ENGLISH).register("wei")) {
            chat.platform().grant("wei", "kstore");
            chat.play("""
                    wei: deploy
                    bot: What would you like to run?
                    wei: status
                    bot: Shall we go on
                    wei: deploy nginx as blog
                    wei: cancel
                    bot: I dropped
                    wei: resume
                    bot: nothing
                    """);
        }
    }

    @Test
    void aNoIsTheEndWhereItIsOffered() {
        try (Transcript chat = new Transcript(Locale.SIMPLIFIED_CHINESE).register("wei")) {
            chat.platform().grant("wei", "kstore");
            chat.play("""
                    wei: 部署 nginx 叫 blog
                    wei: 默认就行
                    did: plan blog
                    platform: planned
                    wei: 好
                    did: apply blog
                    platform: failed
                    bot! edit retry human cancel
                    wei: 不
                    bot: 部署应用
                    """);
        }
    }

    @Test
    void aYesTakesThePortThatIsRecommended() {
        try (Transcript chat = new Transcript(Locale.ENGLISH).register("wei")) {
            chat.platform().grant("wei", "kstore");
            chat.platform().runs("gate");
            chat.play("""
                    wei: add a domain to gate
                    bot: port
                    bot! 80 9090
                    wei: yes
                    bot: Which domain
                    """);
        }
    }
}
