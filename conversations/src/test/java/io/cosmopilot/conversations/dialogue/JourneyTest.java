package io.cosmopilot.conversations.dialogue;

import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cosmopilot.conversations.Person;

import static org.assertj.core.api.Assertions.assertThat;

class JourneyTest {

    private Transcript chat = new Transcript(Locale.SIMPLIFIED_CHINESE);

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void deploysAndOpensToTheWorldInChinese() {
        chat.register("wei").platform().grant("wei", "kstore");
        chat.play("""
                wei: 你好
                bot: 接入进度
                wei: 部署
                bot: 想运行什么
                wei! template:nginx
                bot: 起个名字
                wei: blog
                bot: 的参数
                wei! defaults
                bot: 正在和集群核对
                did: plan blog
                platform: planned
                bot: 开始部署吗
                bot! yes no
                wei: 好的
                did: apply blog
                platform: progressed
                platform: healthy
                bot: 运行正常
                bot! domain:blog status:blog
                wei! domain:blog
                bot: 用哪个域名访问
                wei: blog.apps.localhost
                bot: 用哪个路径
                wei! /
                bot: 添加这个域名吗
                wei! yes
                did: claim blog [blog.apps.localhost] [/] 80
                platform: serving
                bot: http://blog.apps.localhost
                """);
    }

    @Test
    void deploysInOneLineInEnglish() {
        chat.close();
        chat = new Transcript(Locale.ENGLISH);
        chat.register("wei").platform().grant("wei", "kstore");
        chat.play("""
                wei: deploy nginx name=blog replicas=2
                bot: Checking
                did: plan blog
                platform: planned
                bot: Shall I deploy it?
                wei: no
                bot: What would you like to change?
                wei! change:application
                bot: be called
                wei: shop
                did: plan shop
                platform: planned
                wei: yes
                did: apply shop
                platform: failed
                bot: What shall we do?
                bot! edit retry human cancel
                wei! retry
                did: plan shop
                """);
        assertThat(chat.platform().order().values()).containsValue("2");
    }

    @Test
    void nothingInterruptsAFreeTextButACommand() {
        chat.register("wei").platform().grant("wei", "kstore");
        chat.play("""
                wei: 部署 nginx
                bot: 起个名字
                wei: help desk portal
                bot: 不能用作名称
                wei: 帮助
                bot: 最多 30 个
                wei: 取消
                bot: 已取消
                """);
    }

    @Test
    void answersNonsenseOnThreeRungs() {
        chat.register("wei");
        chat.play("""
                wei: asdf qwer zxcv
                bot: 我还没听懂
                wei: 🤷🤷🤷
                bot: 可以点按钮
                wei: lkjhgf
                bot: 要转给客服吗
                bot! human
                """);
    }

    @Test
    void tellsThatAButtonIsOldOrUnknown() {
        chat.register("wei").platform().grant("wei", "kstore");
        chat.play("""
                wei: 部署 nginx
                wei: 取消
                wei! use:nginx
                bot: 已经过去了
                wei! nonsense
                bot: 没有这个按钮
                """);
    }

    @Test
    void offersToResumeWhatWasInterrupted() {
        chat.register("wei").platform().grant("wei", "kstore");
        chat.platform().runs("shop");
        chat.play("""
                wei: 部署
                bot: 想运行什么
                wei: 状态 shop
                bot: 运行正常
                bot: 要继续吗
                wei! resume
                bot: 想运行什么
                """);
    }

    @Test
    void welcomesWhoWorksHereToTheirWork() {
        chat.register("anna", Person.Role.AGENT);
        chat.play("""
                anna: 你好
                bot: 需要审批的申请
                """);
        chat.close();
        chat = new Transcript(Locale.ENGLISH);
        chat.register("otto", Person.Role.AGENT);
        chat.play("""
                otto: hello
                bot: Requests and people who ask for a human
                """);
    }
}
