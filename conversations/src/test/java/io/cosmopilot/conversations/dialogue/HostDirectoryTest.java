package io.cosmopilot.conversations.dialogue;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Desk;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.deploy.Adjustment;

import static org.assertj.core.api.Assertions.assertThat;

/** A directory of the hosts: asked for, decided, and only then used. */
class HostDirectoryTest {

    private static final String SHOP = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              selector: {matchLabels: {app: shop}}
              template:
                metadata: {labels: {app: shop}}
                spec:
                  containers:
                  - name: shop
                    image: nginx:1.27
                    volumeMounts: [{name: files, mountPath: /files}]
                  volumes: [{name: files, hostPath: {path: /data}}]
            """;

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
        chat.register("ana", Person.Role.AGENT).register("wei").platform().grant("wei", "kstore");
    }

    private void decide(Desk.Decision decision, String reason) {
        Desk desk = chat.bean(Desk.class);
        Approval approval = desk.approvals("ana").getFirst();
        assertThat(approval.matter().kind()).isEqualTo(Approval.Kind.HOST_PATH);
        desk.decide("ana", approval.id(), decision, null, reason);
    }

    @Test
    void isAskedForApprovedAndMounted() {
        register();
        chat.play("""
                wei: 申请主机目录
                bot: 主机上的哪个目录
                wei: /etc
                bot: 属于主机系统本身
                wei: /data/
                bot: 用来做什么
                wei: node-3 上的训练图片，只读
                bot: 主机目录 **/data**，给空间 `kstore` 里的应用使用
                bot! yes
                wei! yes
                bot: 已提交
                bot! withdraw
                """);
        assertThat(chat.told("ana")).contains("kstore:/data").contains("node-3 上的训练图片，只读");

        decide(Desk.Decision.APPROVE, "");

        assertThat(chat.told("wei"))
                .contains("👍 ana 批准了空间 `kstore` 使用主机目录 **/data**")
                .contains("{path: /data}");
        chat.play("""
                did: permit kstore /data
                wei: 存储卷
                bot! create show host
                wei! show
                bot: `/data` · 主机目录 · 空间 `kstore`
                wei: 部署 image=nginx:1.27 name=web port=80 replicas=1
                did: plan web
                platform: planned
                wei! no
                wei! change:more
                wei! storage
                wei# volume=/data; directory=/srv
                did: plan web
                """);
        assertThat(chat.platform().order().adjustments())
                .isEqualTo(List.of(new Adjustment.Scale(null, 1), new Adjustment.HostDirectory("/data", "/srv")));
    }

    @Test
    void isRefusedWithAReasonAndAskedForAgain() {
        english();
        register();
        chat.play("""
                wei: apply for the host directory /data/shop
                bot: What for, and on which hosts
                wei: pictures
                wei: yes
                bot: Sent!
                """);

        decide(Desk.Decision.DENY, "there is no such directory");

        assertThat(chat.told("wei"))
                .contains("ana can’t approve the host directory **/data/shop**")
                .contains("there is no such directory");
        assertThat(chat.platform().commands()).isEmpty();
        chat.play("""
                wei! volume:action=host
                bot: Which directory of the hosts
                """);
    }

    @Test
    void isWithdrawnAndCannotBeAskedForTwiceAtOnce() {
        english();
        register();
        chat.play("""
                wei: apply for the host directory /data
                wei: pictures
                wei: yes
                bot: Sent!
                wei@slack: apply for the host directory /data
                bot: being asked for already
                wei@slack: /data
                bot: being asked for already
                wei@slack: cancel
                wei: cancel
                bot: I withdrew your request for the host directory **/data**
                """);
        assertThat(chat.bean(Desk.class).approvals("ana").getFirst().state()).isEqualTo(Approval.State.WITHDRAWN);
    }

    @Test
    void isAskedForOutOfAPlanThatNeedsItWhichGoesOnAfterwards() {
        register();
        chat.play("""
                wei: 部署
                wei! way:yaml
                """);
        chat.say("wei", SHOP);
        chat.play("""
                bot! use:shop
                wei! use:shop
                did: plan shop
                platform: no host path
                bot: 存储卷 files 使用了主机目录 /data，需要审批
                bot! volume:action=host;space=kstore;path=/data
                wei! volume:action=host;space=kstore;path=/data
                bot: 用来做什么
                wei: 商品图片
                wei! yes
                bot: 已提交
                """);

        decide(Desk.Decision.APPROVE, "");

        assertThat(chat.told("wei")).contains("批准了空间 `kstore` 使用主机目录 **/data**");
        chat.play("""
                did: permit kstore /data
                wei: 继续
                bot! retry
                wei! retry
                did: plan shop
                """);
    }
}
