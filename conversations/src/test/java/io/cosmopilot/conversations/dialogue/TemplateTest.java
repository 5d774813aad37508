package io.cosmopilot.conversations.dialogue;

import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Desk;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.deploy.Source;
import io.cosmopilot.templates.VariableType;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateTest {

    private static final String SHOP = """
            apiVersion: apps/v1beta1
            kind: Deployment
            metadata: {name: '{{ APP_NAME }}'}
            spec:
              replicas: {{ REPLICAS }}
              template:
                metadata: {labels: {app: '{{ APP_NAME }}'}}
                spec:
                  containers:
                  - name: shop
                    image: {{ DOCKER_IMAGE }}
                    env: [{name: COLOUR, value: '{{ COLOUR }}'}]
                    resources: {requests: {cpu: 10m, memory: 16Mi}, limits: {cpu: 10m, memory: 16Mi}}
            """;

    private Transcript chat = new Transcript(Locale.SIMPLIFIED_CHINESE);

    @AfterEach
    void close() {
        chat.close();
    }

    private void begin(String wish) {
        chat.register("wei").platform().grant("wei", "kstore");
        chat.play("wei: " + wish);
        chat.pressIfOffered("wei", "create");
    }

    @Test
    void writesATemplateVariableByVariableAndDeploysFromIt() {
        begin("创建模板");
        chat.say("wei", SHOP.replace("kind: Deployment", "kind: Deploymint"));
        chat.play("bot: 第 1 个文档");
        chat.say("wei", SHOP);
        chat.play("""
                bot: 模板叫什么
                wei: nginx
                bot: 已经有模板
                wei: shop
                bot: 用几个字说明
                wei: 小商城
                bot: 个变量，共 3 个
                wei! fine
                wei! fine
                bot: `COLOUR`
                wei# label=颜色; hint=比如 red; type=integer; default=red
                wei# label=颜色; hint=比如 red; type=text; default=red
                bot: 给谁用
                wei! private
                bot: `COLOUR`: 颜色 (文本)
                wei! yes
                bot: 准备好了
                bot! template:shop
                wei! template:shop
                bot: 给“小商城”起个名字
                wei: blog
                bot: 颜色
                wei# DOCKER_IMAGE=nginx:1.27; REPLICAS=2
                did: plan blog
                """);
        assertThat(chat.platform().order().source()).isInstanceOfSatisfying(Source.Yaml.class, yaml -> {
            assertThat(yaml.values()).containsEntry("REPLICAS", "2");
            assertThat(yaml.declared())
                    .filteredOn(variable -> variable.name().equals("COLOUR"))
                    .singleElement()
                    .satisfies(variable -> {
                        assertThat(variable.type()).isEqualTo(VariableType.TEXT);
                        assertThat(variable.standard()).isEqualTo("red");
                    });
        });
        chat.play("""
                wei: 取消
                wei: 查看我的模板
                """);
        chat.pressIfOffered("wei", "show");
        chat.play("bot: `shop`：小商城");
    }

    @Test
    void proposesATemplateForEverybodyAndTellsWhatTheAgentSays() {
        chat.close();
        chat = new Transcript(Locale.ENGLISH);
        chat.register("ana", Person.Role.AGENT).register("mei").platform().grant("mei", "mstore");
        begin("write a template");
        chat.say("wei", SHOP);
        chat.play("""
                wei: shop
                wei: A small shop
                wei! allfine
                bot: For whom is it
                wei! everybody
                bot: Why is it useful for others
                wei: all teams need it
                wei! yes
                bot: A support agent reads **shop**
                bot! template:shop
                """);
        Desk desk = chat.bean(Desk.class);
        Approval approval = desk.approvals("ana").getFirst();
        assertThat(approval.matter().kind()).isEqualTo(Approval.Kind.TEMPLATE);
        desk.decide("ana", approval.id(), Desk.Decision.APPROVE, null, "");
        assertThat(chat.told("wei")).contains("is accepted: everybody can deploy it now");
        chat.play("""
                mei: deploy
                bot! template:shop
                mei! template:shop
                bot: What shall “A small shop” be called
                """);
    }
}
