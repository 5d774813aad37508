package io.cosmopilot.bot.portal;

import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The desk: agents decide, take over, write, leave notes, hand back. */
class DeskIT {

    private static final String DECISION = "POST /api/desk/approvals/a1/decision";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    void whoever_is_no_agent_is_told_so_and_shown_the_way() {
        Visitor visitor = CHROMIUM.visitor(Look.CHINESE_DESK);
        visitor.answers.to("GET /api/me", People.LI);
        visitor.open("/desk");

        assertThat(visitor.page.locator("main a")).hasAttribute("href", "/console");
        assertThat(visitor.answers.calls("GET /api/desk/queue")).isEmpty();
        visitor.looksRight("desk-closed");
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void the_queue_shows_what_is_to_decide_and_who_is_waiting(Look look) {
        Visitor agent = agent(look, "/desk");

        assertThat(agent.page.locator(".queue-title .count").first()).hasText("1");
        assertThat(agent.page
                        .locator(".desk-queue section")
                        .nth(1)
                        .locator("strong")
                        .first())
                .hasText("Sam Fischer");
        assertThat(agent.page.locator(".interrupted")).hasCount(0);
        assertThat(agent.page.locator(".queue-line.due")).hasCount(1);
        assertThat(agent.page.locator(".queue-line.due")).hasAttribute("data-late", "true");
        agent.looksRight("desk-queue");
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void a_request_is_decided_beside_the_conversation_it_came_from(Look look) {
        Visitor agent = agent(look, "/desk");
        agent.page.getByText("镜像空间 li-shop").first().click();

        assertThat(agent.page.locator("cp-desk .message")).hasCount(4);
        assertThat(agent.page.locator("cp-desk .message").last()).containsText("上个月已经给过 20 Gi。");
        assertThat(agent.page.locator(".decision")).containsText("订单服务和它的前端");
        agent.looksRight("desk-request");

        agent.answers.to(DECISION, "{}").to("GET /api/desk/queue", AtTheDesk.DECIDED);
        agent.page.locator(".verdicts .primary").click();
        assertThat(agent.page.locator(".notice.good")).isVisible();
        assertThat(agent.page.locator(".decision .verdicts")).hasCount(0);
        assertThat(agent.answers.calls(DECISION).getFirst().body()).isEqualTo("{\"decision\":\"approve\"}");
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void less_is_approved_with_numbers_and_a_reason(Look look) {
        Visitor agent = agent(look, "/desk#conversation=c1");
        agent.answers.to(DECISION, "{}");
        agent.page.locator(".verdicts button").nth(1).click();
        assertThat(agent.page.locator("input[name=storageGi]")).hasValue("50");
        assertThat(agent.page.locator("input[name=storageGi]")).isFocused();

        agent.page.locator("input[name=storageGi]").fill("20");
        agent.page.locator("textarea[name=reason]").fill("先用 20 Gi，不够再加");
        agent.looksRight("desk-counter");
        agent.page.locator(".verdict-form .primary").click();

        assertThat(agent.page.locator(".notice.good")).isVisible();
        assertThat(agent.answers.calls(DECISION).getFirst().body())
                .isEqualTo("{\"decision\":\"counter\",\"reason\":\"先用 20 Gi，不够再加\","
                        + "\"quota\":{\"storageGi\":20,\"cpu\":4,\"memoryGi\":8}}");
    }

    @Test
    void refusing_needs_a_reason() {
        Visitor agent = agent(Look.ENGLISH_DESK, "/desk#conversation=c1");
        agent.answers.to(DECISION, "{}");
        agent.page
                .getByText("Refuse", new Page.GetByTextOptions().setExact(true))
                .click();
        agent.page.getByText("Refuse the request").click();
        assertThat(agent.answers.calls(DECISION)).isEmpty();

        agent.page.locator("textarea[name=reason]").fill("Use your space li-blog");
        agent.page.getByText("Refuse the request").click();
        assertThat(agent.page.locator(".notice.good")).isVisible();
        assertThat(agent.answers.calls(DECISION).getFirst().body())
                .isEqualTo("{\"decision\":\"deny\",\"reason\":\"Use your space li-blog\"}");
    }

    @Test
    void whoever_comes_second_is_told_who_decided_and_when() {
        Visitor agent = agent(Look.CHINESE_DESK, "/desk#conversation=c1");
        agent.answers.to(DECISION, 409, "{\"status\":409,\"detail\":\"王强已在 16:50 批准了这个申请。\"}");
        assertThat(agent.page.locator(".verdicts .primary")).isVisible();
        agent.answers.to("GET /api/desk/queue", AtTheDesk.DECIDED);
        agent.page.locator(".verdicts .primary").click();

        assertThat(agent.page.locator(".notice.info")).hasText("王强已在 16:50 批准了这个申请。");
        assertThat(agent.page.locator(".decision")).containsText("王强");
        agent.looksRight("desk-too-late");
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void an_agent_takes_over_writes_and_hands_back(Look look) {
        Visitor agent = agent(look, "/desk#conversation=c2");
        agent.answers.to("POST /api/desk/conversations/c2/take-over", 204, "");
        assertThat(agent.page.locator("cp-desk .composer")).hasAttribute("data-kind", "note");
        assertThat(agent.page.locator("a[href^='javascript']")).hasCount(0);

        agent.answers.to("GET /api/desk/conversations/c2", AtTheDesk.help("agent"));
        agent.page.locator(".desk-deeds .primary").click();
        assertThat(agent.page.locator("cp-desk .composer")).hasAttribute("data-kind", "reply");
        agent.page.locator(".canned summary").click();
        agent.page.locator(".canned li").first().locator("button").nth(1).click();
        assertThat(agent.page.locator("cp-desk #composer")).hasValue(Pattern.compile("^Hello, I am from"));
        agent.looksRight("desk-taken-over");

        agent.answers.to("POST /api/desk/conversations/c2/messages", 204, "");
        agent.page.locator("cp-desk #composer").fill("Please push 1.4 again.");
        agent.page.locator("cp-desk #composer").press("Enter");
        assertThat(agent.page.locator("cp-desk #composer")).hasValue("");
        assertThat(agent.answers
                        .calls("POST /api/desk/conversations/c2/messages")
                        .getFirst()
                        .body())
                .isEqualTo("{\"text\":\"Please push 1.4 again.\"}");

        agent.answers.to("POST /api/desk/conversations/c2/hand-back", 204, "");
        agent.answers.to("GET /api/desk/conversations/c2", AtTheDesk.help("bot"));
        agent.page.locator(".desk-deeds button").first().click();
        assertThat(agent.page.locator("cp-desk .composer")).hasAttribute("data-kind", "note");
    }

    @Test
    void before_taking_over_what_is_written_is_a_private_note() {
        Visitor agent = agent(Look.CHINESE_DESK, "/desk#conversation=c2");
        agent.answers.to("POST /api/desk/conversations/c2/notes", 204, "");
        agent.page.locator("cp-desk #composer").fill("镜像没有推送成功");
        agent.page.locator("cp-desk .composer .primary").click();

        assertThat(agent.page.locator("cp-desk #composer")).hasValue("");
        assertThat(agent.answers.calls("POST /api/desk/conversations/c2/notes")).hasSize(1);
    }

    @Test
    void news_arrive_by_themselves_and_leave_what_is_being_written_alone() {
        Visitor agent = agent(Look.CHINESE_DESK, "/desk#conversation=c2");
        agent.page.locator("cp-desk #composer").fill("一半");
        agent.answers.to(
                "GET /api/desk/conversations/c2",
                AtTheDesk.help("waiting")
                        .replace(
                                "\"notes\":[]",
                                "\"notes\":[{\"author\":\"王强\",\"at\":\"2026-01-05T09:00:00Z\",\"text\":\"我来看看\"}]"));
        CHROMIUM.news().happened("conversation", "{\"conversation\":\"c2\"}");

        assertThat(agent.page.locator("cp-desk .message").last()).containsText("我来看看");
        assertThat(agent.page.locator("cp-desk #composer")).hasValue("一半");
    }

    private static Visitor agent(Look look, String path) {
        Visitor agent = CHROMIUM.visitor(look);
        agent.answers
                .to("GET /api/me", People.AGENT)
                .to("GET /api/desk/queue", AtTheDesk.QUEUE)
                .to("GET /api/desk/conversations/c1", AtTheDesk.REQUEST)
                .to("GET /api/desk/conversations/c2", AtTheDesk.help("waiting"));
        return agent.open(path);
    }
}
