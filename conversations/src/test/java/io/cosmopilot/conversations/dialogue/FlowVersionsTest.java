package io.cosmopilot.conversations.dialogue;

import java.util.List;
import java.util.Locale;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

import io.cosmopilot.conversations.Database;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Work;
import io.cosmopilot.deploy.DomainReport;
import io.cosmopilot.deploy.Requester;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** It asks something and then waits for a domain, in a step that is called otherwise today. */
    private Flow waiting(String name, String question) {
        return Flow.named(name)
                .version(0)
                .ask(Question.named(question).freeText().build())
                .run(Work.named("waiting")
                        .starting(scene -> {
                            Requester whom = scene.requester();
                            scene.command(() -> platform.claim("1", "blog", "kstore", 80, List.of(), List.of(), whom));
                        })
                        .on(DomainReport.Serving.class, (scene, report) -> Work.Next.DONE)
                        .build())
                .build();
    }

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

    /** What was begun is done, and its outcome arrives; the step that waited for it is gone. */
    @Test
    void goesOnWhereItMakesSenseWhenTheWorkThatItWaitedForIsGone() {
        platform.grant("wei", "kstore");
        platform.runs("blog");
        before(Locale.SIMPLIFIED_CHINESE, """
                wei: 你好
                wei> domain
                wei: blog
                """);
        today(Locale.SIMPLIFIED_CHINESE, """
                wei: 你好
                platform: serving
                bot: 有些变化
                bot: 用哪个域名
                """);
    }

    /** Nobody waits for ever, and nothing is brought again and again: the whole flow is gone. */
    @Test
    void saysThatAFlowIsGoneWhenItsOutcomeArrives() {
        platform.grant("wei", "kstore");
        platform.runs("blog");
        before(Locale.ENGLISH, """
                wei: hello
                wei> chore
                wei: blog
                """);
        try (Transcript chat = new Transcript(Locale.ENGLISH, Database.again(database), platform)) {
            chat.publish(platform.report("serving"));
            assertThat(chat.told("wei")).contains("works differently now").doesNotContain("on my side");
            chat.play("""
                    wei: status blog
                    bot: is healthy
                    """);
        }
    }

    private void before(Locale language, String script) {
        try (Transcript chat = new Transcript(
                language,
                database,
                platform,
                EARLIER,
                GONE,
                waiting("domain", "application"),
                waiting("chore", "size"))) {
            chat.register("wei").play(script);
        }
    }

    private void today(Locale language, String script) {
        try (Transcript chat = new Transcript(language, Database.again(database), platform)) {
            chat.play(script);
        }
    }
}
