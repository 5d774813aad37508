package io.cosmopilot.conversations.dialogue;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.Source;

import static org.assertj.core.api.Assertions.assertThat;

class ManageTest {

    private Transcript chat = new Transcript(Locale.SIMPLIFIED_CHINESE);

    @AfterEach
    void close() {
        chat.close();
    }

    private void english() {
        chat.close();
        chat = new Transcript(Locale.ENGLISH);
    }

    private void blog(int releases) {
        chat.register("wei").platform().grant("wei", "kstore");
        chat.platform().released("blog", releases);
    }

    @Test
    void scalesInOneLineAndOffersToUndoIt() {
        blog(2);
        chat.play("""
                wei: 把 blog 扩到 3 个实例
                bot: 正在和集群核对
                did: plan blog
                platform: planned
                bot: 从 1 个实例调到 **3** 个
                bot: 现在执行吗
                wei: 好的
                did: apply blog
                platform: healthy
                bot: 已完成，运行正常
                bot! status:blog undo:blog
                wei! undo:blog
                did: plan blog
                platform: planned
                bot: 撤销 **blog** 的上一次操作
                bot: #1
                """);
        assertThat(chat.platform().order().source()).isEqualTo(new Source.Earlier("r1"));
    }

    @Test
    void scalesByADerivedOrder() {
        english();
        blog(1);
        chat.play("""
                wei: scale blog 3
                did: plan blog
                """);
        assertThat(chat.platform().order().source()).isEqualTo(new Source.Earlier("r1"));
        assertThat(chat.platform().order().adjustments()).isEqualTo(List.of(new Adjustment.Scale(null, 3)));
    }

    @Test
    void asksWhatALineLeavesOpenAndRefusesNonsense() {
        english();
        blog(1);
        chat.play("""
                wei: scale blog
                bot: has one instance now
                wei: 0
                bot: No instances means stopped
                wei: 5000
                bot: too many
                wei: 4
                did: plan blog
                """);
    }

    @Test
    void restartsStopsAndStarts() {
        english();
        blog(1);
        chat.play("""
                wei: restart blog
                did: plan blog
                platform: planned
                bot: one instance after the other
                wei: yes
                did: apply blog
                platform: healthy
                bot: Done
                wei: stop blog
                did: plan blog
                platform: planned
                wei: yes
                did: apply blog
                platform: stopped
                bot: is stopped
                """);
        assertThat(chat.platform().order().adjustments()).isEqualTo(List.of(new Adjustment.Stop()));
    }

    @Test
    void upgradesToATagButNotToWhatRunsAlready() {
        english();
        blog(1);
        chat.play("""
                wei: upgrade blog
                bot: runs `nginx:1.27` now
                wei: 1.27
                bot: runs `nginx:1.27` already
                wei: a b
                bot: doesn’t seem to answer
                wei: a:b:c
                bot: neither a tag nor an image
                wei: 1.28
                did: plan blog
                platform: planned
                bot: from `nginx:1.27` to `1.28`
                """);
        assertThat(chat.platform().order().adjustments()).isEqualTo(List.of(new Adjustment.Image(null, "1.28")));
    }

    @Test
    void upgradesInOneLine() {
        blog(1);
        chat.play("""
                wei: 升级 blog 1.28
                did: plan blog
                """);
        assertThat(chat.platform().order().adjustments()).isEqualTo(List.of(new Adjustment.Image(null, "1.28")));
    }

    @Test
    void listsTheReleasesToGoBackTo() {
        blog(3);
        chat.play("""
                wei: 回滚 blog
                bot: 要回到哪个版本
                bot: #2 · 01-01
                bot! release:r2 release:r1
                wei: #1
                did: plan blog
                platform: planned
                bot: 整个恢复到 #1
                wei! yes
                did: apply blog
                platform: failed
                bot: 接下来怎么办
                wei! edit
                bot: 要回到哪个版本
                wei: 跳过
                did: plan blog
                """);
        assertThat(chat.platform().order().source()).isEqualTo(new Source.Earlier("r2"));
    }

    @Test
    void deletesOnlyAfterTheNameWasWrittenAgainAndKeepsVolumes() {
        english();
        blog(2);
        chat.platform().keepsData("blog");
        chat.play("""
                wei: delete blog
                bot: write its name once more
                wei: blog2
                bot: That is not its name
                wei: blog
                bot: What about the data
                bot! keep delete
                wei! keep
                did: plan blog
                platform: planned
                bot: its volumes are kept
                wei: yes
                did: apply blog
                bot: Deleting blog
                platform: removed
                bot: is gone
                bot! undo:blog
                wei! undo:blog
                did: plan blog
                """);
        assertThat(chat.platform().order().source()).isEqualTo(new Source.Earlier("r1"));
    }

    @Test
    void aNoDeletesNothing() {
        blog(1);
        chat.play("""
                wei: 删除 blog
                bot: 再输入一次应用名
                wei: 不
                bot: 已取消
                """);
        assertThat(chat.platform().commands()).isEmpty();
    }

    @Test
    void deletesVolumesWhenToldSo() {
        blog(1);
        chat.platform().keepsData("blog");
        chat.play("""
                wei: 删除 blog
                bot: 再输入一次应用名
                wei: blog
                bot: 存储卷里的数据怎么办
                wei! delete
                did: plan blog
                platform: planned
                bot: 连同存储卷里的数据
                """);
        assertThat(chat.platform().order().source()).isEqualTo(new Source.Nothing(true));
    }

    @Test
    void asksNothingAboutVolumesWhereThereAreNone() {
        blog(1);
        chat.platform().keepsData("shop");
        chat.play("""
                wei: 删除 blog
                wei: blog
                did: plan blog
                platform: planned
                bot: 删除 **blog**，它没有自己的存储卷
                """);
        assertThat(chat.platform().order().source()).isEqualTo(new Source.Nothing(false));
    }

    @Test
    void editsWhatTheProgramMayUse() {
        english();
        blog(1);
        chat.play("""
                wei: status blog
                bot! scale:blog restart:blog upgrade:blog rollback:blog edit:blog stop:blog delete:blog
                wei! edit:blog
                bot: What else would you like to say
                bot! size access program placement strategy
                wei! size
                bot: How large shall it be
                wei# cpu=lots
                bot: This is no amount of CPU
                wei# cpu=0.5; memory=512m
                did: plan blog
                """);
        assertThat(chat.platform().order().adjustments())
                .isEqualTo(List.of(new Adjustment.Resources(null, "0.5", "512Mi")));
    }

    @Test
    void stopsAPlanThatIsNotWantedAnyMore() {
        blog(1);
        chat.play("""
                wei: 重启 blog
                did: plan blog
                wei: 取消
                bot: 已停止
                did: cancel blog
                """);
    }
}
