package io.cosmopilot.conversations.dialogue;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cosmopilot.conversations.MadeUpBuilds;
import io.cosmopilot.deploy.BuildReport;
import io.cosmopilot.deploy.Builds;
import io.cosmopilot.deploy.Problem;

import static org.assertj.core.api.Assertions.assertThat;

/** From source to image, in conversation. */
class BuildTest {

    private static final String IMAGE = "registry.example.com/kstore/shop:0.3";

    private final Transcript chat = new Transcript(Locale.ENGLISH);

    @BeforeEach
    void somebody() {
        chat.register("wei").platform().grant("wei", "kstore");
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void a_file_becomes_an_image_and_the_image_goes_straight_on_to_be_deployed() {
        chat.play("""
                wei> build
                bot: Where is the code
                wei+ shop.zip=code
                bot: This looks like Node.js (it would start as `node server.js`)
                bot! node-22
                wei! node-22
                bot: How about `shop`
                wei! use:shop
                bot: How about `0.3`
                wei: latest
                bot: nobody can go back
                wei: 0.1
                bot: isn’t built twice
                wei! use:0.3
                bot: Shall I build it
                bot: registry.example.com/kstore/shop:0.3
                wei! yes
                bot: Building registry.example.com/kstore/shop:0.3
                """);
        var builds = builds();
        assertThat(builds.done()).containsExactly("build kstore/shop:0.3 on node-22");

        chat.publish(
                new BuildReport.Built("1", builds.requester(), builds.build(), IMAGE, "sha256:abc", 3000, List.of()));

        assertThat(chat.told("wei")).contains("is in `kstore`").contains("deploy:image=" + IMAGE + ";port=3000");
    }

    @Test
    void a_repository_is_asked_for_its_branch_and_what_fails_can_be_repaired() {
        chat.play("""
                wei> build
                wei: https://example.org/shop.git
                bot: Code is fetched only from
                wei: https://github.com/wei/shop.git
                bot: Which branch
                wei! default
                bot: I can’t tell what the code is
                wei: java
                wei! use:shop
                wei! use:0.3
                wei! yes
                """);
        var builds = builds();
        chat.publish(new BuildReport.Failed(
                "1",
                builds.requester(),
                builds.build(),
                Problem.of("deploy.build.nothing-to-start", "java", "*.jar"),
                List.of("cloning")));

        assertThat(chat.told("wei")).contains("There is nothing to start for java");
        chat.play("""
                wei! base
                bot: What shall it run on
                wei! node-22
                wei! yes
                """);
        assertThat(builds.done()).contains("build kstore/shop:0.3 on node-22");
    }

    @Test
    void a_build_can_be_stopped() {
        chat.play("""
                wei> build
                wei+ shop.zip=code
                wei! node-22
                wei! use:shop
                wei! use:0.3
                wei! yes
                wei: cancel
                bot: I stopped the build
                """);
        assertThat(builds().done()).endsWith("cancel");
    }

    @Test
    void where_it_is_switched_off_it_says_who_can_switch_it_on() {
        builds().can(Builds.Ability.NOTHING);
        chat.play("""
                wei> build
                bot: COSMOPILOT_BUILDS_ENABLED=true
                """);
    }

    private MadeUpBuilds builds() {
        return chat.bean(MadeUpBuilds.class);
    }
}
