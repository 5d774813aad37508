package io.cosmopilot.conversations.dialogue;

import java.util.Locale;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

import io.cosmopilot.conversations.Database;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Question;

/** People in the middle of a flow while Cosmopilot is replaced by a version in which the flow goes otherwise. */
class FlowVersionsTest {

    /** As applying for a space might have been once: any name would do, and the size was asked in another way. */
    private static final Flow EARLIER = Flow.named("space")
            .version(0)
            .ask(Question.named("name").freeText().build())
            .ask(Question.named("purpose").freeText().mentioning("name").build())
            .ask(Question.named("size").freeText().build())
            .build();

    /** What no longer exists at all. */
    private static final Flow GONE =
            Flow.named("errand").ask(Question.named("size").build()).build();

    private final HikariDataSource database = Database.fresh();
    private final Platform platform = new Platform();

    @Test
    void goesOnWhereTheQuestionStillExists() {
        before(Locale.SIMPLIFIED_CHINESE, """
                wei: 申请空间
                wei: kstore
                bot: 用来做什么
                """);
        today(Locale.SIMPLIFIED_CHINESE, """
                wei: 春季促销的商城
                bot: 需要多大
                wei: 20Gi
                bot: kstore
                bot: 春季促销的商城
                bot! yes no
                """);
    }

    @Test
    void saysThatTheQuestionIsGoneAndGoesOnWithTheNextOne() {
        before(Locale.ENGLISH, """
                wei: apply for a space
                wei: kstore
                wei: the shop of the spring campaign
                bot: How large
                """);
        today(Locale.ENGLISH, """
                wei: medium
                bot: that question is gone
                bot: How big shall it be
                wei: 20Gi
                bot: kstore
                bot: the shop of the spring campaign
                bot! yes no
                """);
    }

    @Test
    void asksAgainForAnAnswerThatWouldNoLongerDo() {
        before(Locale.ENGLISH, """
                wei: apply for a space
                wei: The Shop!
                bot: What is the space for
                """);
        today(Locale.ENGLISH, """
                wei: help
                bot: something you said would no longer do
                bot: your image space be called
                wei: kstore
                bot: What is the space for
                """);
    }

    @Test
    void saysThatAFlowIsGoneAndListensAllTheSame() {
        before(Locale.SIMPLIFIED_CHINESE, """
                wei: 你好
                wei> errand
                bot: 需要多大
                """);
        today(Locale.SIMPLIFIED_CHINESE, """
                wei: 申请空间
                bot: 换了做法
                bot: 起个名字
                """);
    }

    private void before(Locale language, String script) {
        try (Transcript chat = new Transcript(language, database, platform, EARLIER, GONE)) {
            chat.register("wei").play(script);
        }
    }

    private void today(Locale language, String script) {
        try (Transcript chat = new Transcript(language, Database.again(database), platform)) {
            chat.play(script);
        }
    }
}
