package io.cosmopilot.conversations.dialogue;

import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GuideTest {

    private Transcript chat = new Transcript(Locale.SIMPLIFIED_CHINESE);

    @AfterEach
    void close() {
        chat.close();
    }

    private void inEnglish() {
        chat.close();
        chat = new Transcript(Locale.ENGLISH);
    }

    @Test
    void answersWithThePersonsOwnNamesAndItsSource() {
        chat.register("wei").platform().grant("wei", "kstore");
        chat.play("""
                wei: 怎么推送镜像？
                bot: docker push registry.example.com/kstore/shop:0.1
                bot: docker login registry.example.com -u wei
                bot: 来源：平台指南《打标签并推送镜像》
                bot! guide:registry-login guide:naming guide:registry-trust
                wei! guide:naming
                bot: 不要用 `latest`
                """);
    }

    @Test
    void aQuestionInTheMiddleIsAnsweredAndTheOpenQuestionAskedAgain() {
        chat.register("wei").platform().grant("wei", "kstore");
        chat.play("""
                wei: 部署
                bot: 想运行什么
                wei: subPath 是做什么用的？
                bot: 完全遮住目标目录
                bot: 想运行什么
                wei! template:nginx
                bot: 起个名字
                """);
        assertThat(chat.told("wei")).doesNotContain("要继续吗");
    }

    @Test
    void answersInEnglishInTheMiddleOfADeployment() {
        inEnglish();
        chat.register("wei").platform().grant("wei", "kstore");
        chat.play("""
                wei: deploy
                bot: What would you like to run?
                wei: what is the difference between ENTRYPOINT and CMD?
                bot: ENTRYPOINT + CMD
                bot: Source: platform guide
                bot: What would you like to run?
                wei: nginx
                bot: be called
                """);
    }

    @Test
    void saysHonestlyThatItDoesNotKnow() {
        inEnglish();
        chat.register("wei");
        chat.play("""
                wei: how do I bake sourdough bread?
                bot: I have no article about that
                bot! human help
                """);
    }
}
