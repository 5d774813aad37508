package io.cosmopilot.bot.journey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever people do wrong is answered in their language, and the conversation goes on. */
@ExtendWith(SharedApplication.class)
class BadInputTest {

    @Test
    void nonsense_is_answered_with_what_can_be_said(Assembled application) {
        try (Talker ada = Talker.registered(application, "nonsense-zh", "zh-CN");
                Talker bob = Talker.registered(application, "nonsense-en", "en")) {
            ada.isOffered("space");
            ada.says("阿巴阿巴 qwrtz").hears("没听懂");
            bob.isOffered("space");
            bob.says("blorp qwrtz fnord").hears("understand");
            goesOn(ada);
            goesOn(bob);
        }
    }

    @Test
    void emoji_and_very_long_words_are_kept_as_they_were_said(Assembled application) {
        try (Talker ada = Talker.registered(application, "emoji", "zh-CN")) {
            ada.isOffered("space");
            ada.says("👩‍🚀🚀🎉").isAnswered();
            ada.says("长".repeat(8000)).isAnswered();
            ada.says("长".repeat(8001));
            assertThat(ada.isRefused("too-long").path("message").asString()).contains("8");
            goesOn(ada);
        }
    }

    @Test
    void broken_frames_are_refused_and_the_line_holds(Assembled application) {
        try (Talker ada = Talker.registered(application, "frames", "zh-CN")) {
            ada.sends("{\"type\":\"say\",\"id\":\"1\",\"te");
            assertThat(ada.isRefused("malformed").path("message").asString()).containsPattern("\\p{IsHan}");
            ada.sends("{\"type\":\"sing\",\"id\":\"2\"}").isRefused("unknown-type");
            ada.sends("{\"type\":\"say\",\"id\":\"3\",\"text\":\"" + "x".repeat(66_000) + "\"}")
                    .isRefused("too-large");
            goesOn(ada);
        }
    }

    @Test
    void a_choice_that_was_never_offered_is_no_choice(Assembled application) {
        try (Talker ada = Talker.registered(application, "choices", "en")) {
            JsonNode greeting = ada.isOffered("space");
            ada.chooses(greeting.path("seq").asLong(), "approve").hears("isn’t there");
            ada.chooses(4711, "yes").isAnswered();
            goesOn(ada);
        }
    }

    @Test
    void a_taken_name_and_somebody_elses_application_stay_theirs(Assembled application) {
        try (Talker ada = Talker.registered(application, "owner", "en");
                Talker eve = Talker.registered(application, "eve", "en");
                Talker agent = Talker.signedIn(application, "agent", "en")) {
            asksForSpace(ada, "garden");
            agent.chooses(agent.isOffered("approve").path("seq").asLong(), "approve");
            ada.hears("docker login");
            ada.says("deploy nginx name=roses");
            ada.chooses(ada.isOffered("defaults").path("seq").asLong(), "defaults");
            ada.chooses(ada.isOffered("yes").path("seq").asLong(), "yes");
            ada.isOffered("domain:roses");

            eve.says("apply for an image space").isAnswered();
            assertThat(eve.says("garden").hears("garden").path("step").asString())
                    .isEqualTo("name");
            eve.says("cancel").isAnswered();
            JsonNode answer = eve.says("status roses").isAnswered();
            assertThat(answer.toString()).doesNotContain("nginx:", "1/1", "2/2");
            assertThat(eve.says("status").isAnswered().toString()).doesNotContain("roses");
        }
    }

    private static void asksForSpace(Talker talker, String name) {
        talker.says("apply for an image space").isAnswered();
        talker.says(name).isAnswered();
        talker.says("to try things").isOffered("small");
        talker.says("20Gi");
        talker.chooses(talker.isOffered("yes").path("seq").asLong(), "yes");
    }

    private static void goesOn(Talker talker) {
        talker.says("status").isAnswered();
    }
}
