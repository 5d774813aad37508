package io.cosmopilot.conversations.dialogue;

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
}
