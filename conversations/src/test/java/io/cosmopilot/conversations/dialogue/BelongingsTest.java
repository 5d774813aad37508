package io.cosmopilot.conversations.dialogue;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cosmopilot.deploy.Adjustment;

import static org.assertj.core.api.Assertions.assertThat;

class BelongingsTest {

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
    void appliesForAVolumeAndGivesItBack() {
        register();
        chat.play("wei: 申请存储卷");
        chat.pressIfOffered("wei", "create");
        chat.play("""
                bot: 存储卷叫什么
                wei: data
                bot: 要多大
                wei: 500G
                bot: 超过了空间
                wei: 10Gi
                bot: 谁会同时使用
                wei! one_host
                bot: 10 Gi，一台主机读写
                wei: 好
                did: volume data 10 ONE_HOST
                platform: done
                bot: 已申请好
                wei: 查看存储卷
                """);
        chat.pressIfOffered("wei", "show");
        chat.play("""
                bot: `data` · 10Gi
                wei: 释放存储卷
                """);
        chat.pressIfOffered("wei", "release");
        chat.play("""
                bot: 释放哪一个
                wei: data
                bot: 不能恢复
                wei: 好
                did: release data
                platform: denied
                bot: 接下来怎么办
                """);
    }

    @Test
    void asksForTheKindOfStorageWhereThereAreSeveral() {
        register();
        chat.platform().stores("standard", "fast");
        chat.play("wei: 申请存储卷");
        chat.pressIfOffered("wei", "create");
        chat.play("""
                bot: 存储卷叫什么
                wei: data
                bot: 要多大
                wei: 10Gi
                bot: 谁会同时使用
                wei! one_host
                bot: 放在哪种存储上
                wei: 便宜的
                bot: 放在哪种存储上
                wei! class:fast
                bot: 10 Gi，一台主机读写
                wei: 好
                did: volume data 10 ONE_HOST fast
                """);
    }

    @Test
    void keepsConfigurationFilesAndOffersTheRestartThatSubPathNeeds() {
        english();
        register();
        chat.platform().released("blog", 1);
        chat.play("wei: create a configuration");
        chat.pressIfOffered("wei", "create");
        chat.play("""
                bot: What is the configuration called
                wei: shop-conf
                bot: Which file of “shop-conf”
                wei: bad name
                bot: cannot be the name of a file
                wei: nginx.conf
                bot: What is in `nginx.conf`
                wei: worker_processes 2;
                bot: I have: nginx.conf
                wei+ mime.types=text/html html;
                bot: I have: mime.types, nginx.conf
                wei! enough
                bot: mounts single files of it
                wei: yes
                did: config shop-conf {mime.types=text/html html;, nginx.conf=worker_processes 2;}
                platform: done
                bot: sees it after a restart
                bot! restart:blog
                wei! restart:blog
                did: plan blog
                """);
    }

    @Test
    void changesTheL4ServiceWithAPreviewOfItsPods() {
        english();
        register();
        chat.platform().released("blog", 1);
        chat.play("""
                wei: create an l4 service for blog
                bot: selects app=blog · matches 2 pods: blog-1, blog-2
                wei! NodePort
                bot: Which ports
                bot! ports:80:8080
                wei: 80:8080:99
                bot: are no ports
                wei: 80:8080:30080
                did: plan blog
                platform: refused
                bot: What shall we do
                wei! edit
                bot: Which ports
                wei: 80:8080
                did: plan blog
                platform: planned
                bot: NodePort at the ports `80:8080`
                """);
        assertThat(chat.platform().order().adjustments())
                .isEqualTo(List.of(
                        new Adjustment.Exposure("blog", "NodePort", List.of(new Adjustment.Port(80, 8080, null)))));
    }
}
