package io.cosmopilot.conversations.dialogue;

import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cosmopilot.conversations.MadeUpImages;
import io.cosmopilot.conversations.MadeUpPasswords;
import io.cosmopilot.deploy.ImageReport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Images in conversation. */
class ImagesTest {

    private static final String DIGEST = "sha256:" + "a".repeat(64);

    private Transcript chat = new Transcript(Locale.ENGLISH);

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void shows_what_is_in_the_space_and_deletes_after_a_yes_that_names_everything() {
        chat.register("wei").platform().grant("wei", "kstore");
        chat.play("""
                wei> image:action=show
                bot: 87 MB of 20.0 GB used
                bot: sha256:aaaa
                bot! deploy:image=registry.example.com/kstore/shop:0.2
                wei! image:action=delete;space=kstore
                bot: Which image of `kstore`
                wei! shop
                bot: Which tag of `shop`
                wei! tag:0.2
                bot: The tag 0.1 is the same image
                wei! delete
                bot: I’m deleting `kstore/shop:0.2`
                """);
        assertThat(chat.bean(MadeUpImages.class).done()).containsExactly("remove kstore/shop@" + DIGEST);
    }

    @Test
    void says_exactly_how_to_push_from_each_system() {
        chat.register("wei").platform().grant("wei", "kstore");
        chat.play("""
                wei> image:action=push
                bot: Which system
                wei: Ubuntu
                bot: /etc/docker/certs.d/registry.example.com/ca.crt
                bot: docker login -u wei registry.example.com
                bot: docker push registry.example.com/kstore/my-app:1.0
                wei> image:action=push
                wei! windows
                bot: certs.d
                """);
    }

    @Test
    void a_password_replaces_the_one_before_and_can_be_revoked() {
        chat.register("wei").platform().grant("wei", "kstore");
        chat.play("""
                wei> image:action=password
                bot: cpr_made-up-1
                wei> image:action=password
                bot: cpr_made-up-2
                """);
        assertThat(chat.bean(MadeUpPasswords.class).kept()).containsExactly("cpr_made-up-2");
        chat.play("""
                wei! image:action=revoke
                bot: doesn’t count any more
                """);
        assertThat(chat.bean(MadeUpPasswords.class).kept()).isEmpty();
    }

    @Test
    void lets_people_in_and_sends_them_away() {
        chat.register("wei").register("wang").platform().grant("wei", "kstore");
        chat.play("""
                wei> image:action=members
                bot: wei · owner
                wei! image:action=admit;space=kstore
                bot: Write the username
                wei: nobody
                bot: I know nobody called `nobody`
                wei: wang
                bot: What may wang do there
                wei! pusher
                bot: may push and pull
                wei> image:action=dismiss
                wei! person:wang
                bot: wang may do nothing
                """);
        assertThat(chat.bean(MadeUpImages.class).done()).containsExactly("admit wang PUSHER", "dismiss wang");
    }

    @Test
    void who_has_no_space_is_offered_one() {
        chat.register("lan");
        chat.play("""
                lan> image:action=show
                bot: You have no image space yet
                bot! space
                """);
    }

    @Test
    void news_of_an_image_offer_to_deploy_it_and_say_what_was_not_wise() {
        chat.close();
        chat = new Transcript(Locale.SIMPLIFIED_CHINESE);
        chat.register("wei").platform().grant("wei", "kstore");
        chat.play("wei: 你好");
        chat.publish(
                new ImageReport.Arrived("1", "wei", "kstore", "shop", "0.1", DIGEST, 91_226_112, "sha256:old", false));

        await().until(() -> chat.told("wei").contains("shop:0.1"));
        assertThat(chat.told("wei"))
                .contains("87 MB")
                .contains("`:0.2`")
                .contains("deploy:image=registry.example.com/kstore/shop:0.1");
    }

    @Test
    void latest_and_a_tag_that_was_pushed_twice_are_told_in_english_too() {
        chat.register("wei").platform().grant("wei", "kstore");
        chat.play("wei: hello");
        chat.publish(
                new ImageReport.Arrived("1", "wei", "kstore", "shop", "0.1", DIGEST, 91_226_112, "sha256:old", false));
        chat.publish(new ImageReport.Arrived("2", "wei", "kstore", "shop", "latest", DIGEST, 91_226_112, null, false));

        await().until(() -> chat.told("wei").contains("shop:latest"));
        assertThat(chat.told("wei"))
                .contains("meant another image before")
                .contains("push the next one as `:0.2`")
                .contains("no going back to yesterday’s")
                .contains("`shop:1.0`");
    }

    @Test
    void shows_and_deletes_in_chinese_and_says_what_latest_means() {
        chat.close();
        chat = new Transcript(Locale.SIMPLIFIED_CHINESE);
        chat.register("wei").platform().grant("wei", "kstore");
        chat.play("""
                wei> image:action=show
                bot: 已用 87 MB
                wei! image:action=delete;space=kstore
                bot: kstore
                wei! shop
                wei! tag:0.2
                bot: 0.1
                wei! delete
                bot: `kstore/shop:0.2`
                """);
        assertThat(chat.bean(MadeUpImages.class).done()).containsExactly("remove kstore/shop@" + DIGEST);
        chat.publish(new ImageReport.Arrived("1", "wei", "kstore", "shop", "latest", DIGEST, 91_226_112, null, false));

        await().until(() -> chat.told("wei").contains("shop:latest"));
        assertThat(chat.told("wei")).contains("想回到昨天的版本就回不去了").contains("`shop:1.0`");
    }
}
