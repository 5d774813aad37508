package io.cosmopilot.conversations.dialogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.Source;

import static org.assertj.core.api.Assertions.assertThat;

class DeployWaysTest {

    private Transcript chat = new Transcript(Locale.SIMPLIFIED_CHINESE);

    @AfterEach
    void close() {
        chat.close();
    }

    private void english() {
        chat.close();
        chat = new Transcript(Locale.ENGLISH);
    }

    private void register() {
        chat.register("wei").platform().grant("wei", "kstore");
    }

    @Test
    void deploysAnImageWithItsSizeAndMoreOnRequest() {
        register();
        chat.platform().runs("cache");
        chat.play("""
                wei: 部署
                bot: 想运行什么
                bot! way:image way:yaml build
                wei! way:image
                bot: registry.example.com/kstore/shop:1.0
                wei: registry.example.com/kstore/shop:1.0
                bot: 监听哪个端口
                bot! port:80 port:8080 port:3000 port:none
                wei: 99999
                bot: 不是端口
                wei: 8080
                bot: 起个名字
                bot! use:shop
                wei! use:shop
                bot: 需要多大的规格
                wei# replicas=3; memory=512Mi
                did: plan shop
                platform: planned
                bot: 开始部署吗
                wei! no
                wei! change:more
                bot: 还想设置哪方面
                wei! placement
                wei# labels=zone; apart=nobody
                bot: 标签写成 名称=值
                wei# labels=zone=a; apart=cache
                did: plan shop
                """);
        assertThat(chat.platform().order().source())
                .isEqualTo(new Source.Image("registry.example.com/kstore/shop:1.0", 8080));
        assertThat(chat.platform().order().adjustments())
                .isEqualTo(List.of(
                        new Adjustment.HighAvailability(true),
                        new Adjustment.Scale(null, 3),
                        new Adjustment.Resources(null, null, "512Mi"),
                        new Adjustment.Placement(Map.of("zone", "a"), List.of(), List.of(), List.of("cache"))));
    }

    @Test
    void deploysAnImageInOneLine() {
        english();
        register();
        chat.play("""
                wei: deploy image=nginx:1.27 name=web port=80 replicas=1
                did: plan web
                platform: planned
                bot: Shall I deploy it
                """);
        assertThat(chat.platform().order().source()).isEqualTo(new Source.Image("nginx:1.27", 80));
        assertThat(chat.platform().order().adjustments()).isEqualTo(List.of(new Adjustment.Scale(null, 1)));
    }

    @Test
    void saysTheNumberOfInstancesOnceAndTakesTheOneThatWasSaidLast() {
        english();
        register();
        chat.play("""
                wei: deploy nginx name=web replicas=2
                did: plan web
                platform: planned
                bot: Replicas: `2`
                """);
        assertThat(chat.told("wei")).doesNotContain("Instances: `2`");
        assertThat(chat.platform().order().adjustments()).isEmpty();
        chat.play("""
                wei! no
                wei! change:variables
                wei# REPLICAS=4
                did: plan web
                platform: planned
                bot: Replicas: `4`
                wei! no
                wei! change:more
                wei! size
                wei# replicas=3
                did: plan web
                platform: planned
                bot: Instances: `3`
                """);
        assertThat(chat.told("wei").lines().reduce((first, last) -> last).orElse(""))
                .doesNotContain("Replicas: `");
        assertThat(chat.platform().order().adjustments()).isEqualTo(List.of(new Adjustment.Scale(null, 3)));
    }

    @Test
    void takesANoAndAYesInWhateverWordsTheyCome() {
        register();
        chat.play("""
                wei: 部署 image=nginx:1.27 name=web port=80 replicas=1
                did: plan web
                platform: planned
                bot: 开始部署吗
                wei: 先别
                bot! change:image change:port change:application change:more cancel
                wei: 取消
                wei: 部署 image=nginx:1.27 name=web port=80 replicas=1
                did: plan web
                platform: planned
                bot: 开始部署吗
                wei: 没问题
                did: apply web
                """);
        english();
        register();
        chat.play("""
                wei: deploy image=nginx:1.27 name=web port=80 replicas=1
                did: plan web
                platform: planned
                bot: Shall I deploy it
                wei: nope
                bot! change:image change:port change:application change:more cancel
                wei: cancel
                wei: deploy image=nginx:1.27 name=web port=80 replicas=1
                did: plan web
                platform: planned
                bot: Shall I deploy it
                wei: sounds good
                did: apply web
                """);
    }

    @Test
    void tellsWhereYamlIsWrongAndDeploysItOnceMended() {
        english();
        register();
        chat.play("""
                wei: deploy
                wei! way:yaml
                bot: Paste the Kubernetes YAML
                """);
        chat.say("wei", WEB.replace("replicas: 1", "replikas: 1"));
        chat.play("""
                bot: Document 1, line 5, column
                bot: replicas
                """);
        chat.say("wei", WEB);
        chat.play("""
                bot: be called
                bot! use:web
                wei! use:web
                bot: the settings of “YAML”
                wei# TAG=1.27
                did: plan web
                """);
        assertThat(chat.platform().order().source()).isInstanceOfSatisfying(Source.Yaml.class, yaml -> {
            assertThat(yaml.text()).isEqualTo(WEB.strip());
            assertThat(yaml.values()).containsEntry("TAG", "1.27");
        });
    }

    @Test
    void deploysAYamlFileThatIsHandedIn() {
        register();
        chat.play("wei+ web.yaml=" + WEB.replace("\n", "\\n"));
        chat.play("""
                bot: 起个名字
                bot! use:web
                """);
    }

    private static final String WEB = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 1
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                  - name: web
                    image: nginx:{{ TAG }}
                    resources: {requests: {cpu: 10m, memory: 16Mi}, limits: {cpu: 10m, memory: 16Mi}}
            """;
}
