package io.cosmopilot.conversations.approvals;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Approval.Matter;
import io.cosmopilot.conversations.Approval.State;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Desk.Decision;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Office;
import io.cosmopilot.conversations.Person.Role;
import io.cosmopilot.deploy.Quota;
import io.cosmopilot.deploy.Space;

import static org.assertj.core.api.Assertions.assertThat;

/** Policy below a size, two agents above another, and what happens to what nobody decides. */
class ApprovalRulesTest {

    private static final Quota SMALL = new Quota(5, 1, 2);
    private static final Quota USUAL = new Quota(20, 4, 8);
    private static final Quota LARGE = new Quota(200, 32, 64);

    private final Office office = new Office(Map.of(
            "cosmopilot.approvals.at-once-up-to.storage-gi", "5",
            "cosmopilot.approvals.at-once-up-to.cpu", "1",
            "cosmopilot.approvals.at-once-up-to.memory-gi", "2",
            "cosmopilot.approvals.two-agents-above.storage-gi", "100",
            "cosmopilot.approvals.two-agents-above.cpu", "16",
            "cosmopilot.approvals.two-agents-above.memory-gi", "32",
            "cosmopilot.approvals.deadlines.quota.remind", "10m",
            "cosmopilot.approvals.deadlines.quota.escalate", "20m",
            "cosmopilot.approvals.deadlines.quota.expire", "30m"));
    private final Approvals approvals = office.bean(Approvals.class);
    private UUID wei;
    private UUID li;

    @BeforeEach
    void people() {
        wei = office.person("wei", "王伟", Locale.SIMPLIFIED_CHINESE, Role.DEVELOPER);
        li = office.person("lili", "小李", Locale.SIMPLIFIED_CHINESE, Role.AGENT);
        office.person("zhao", "Zhao", Locale.ENGLISH, Role.AGENT);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whatIsSmallIsApprovedByPolicyAtOnceAndSaysSo() {
        Approval request = requested(Matter.space("kstore", "shop", SMALL));

        assertThat(now(request).state()).isEqualTo(State.APPROVED);
        assertThat(office.spaces().provisioned()).containsExactly(new Space("kstore", "wei", SMALL));
        assertThat(office.cards(wei).getLast().facts()).contains(new Block.Fact("审批人", "平台的小额规则"));
        assertThat(office.cards(li)).isEmpty();
        assertThat(office.audit()).containsExactly("wei approval.requested", ":policy approval.approved");
    }

    @Test
    void whatIsLargeNeedsTwoDifferentAgents() {
        Approval request = requested(Matter.space("kstore", "shop", LARGE));

        assertThat(approve("lili", request)).isInstanceOf(Verdict.OneMore.class);
        assertThat(approve("lili", request)).isInstanceOf(Verdict.OneMore.class);
        assertThat(office.spaces().provisioned()).isEmpty();
        assertThat(office.cards(li).getLast().facts()).contains(new Block.Fact("第一位审批人", "小李"));

        assertThat(approve("zhao", request)).isInstanceOf(Verdict.Done.class);
        assertThat(office.spaces().provisioned()).containsExactly(new Space("kstore", "wei", LARGE));
    }

    @Test
    void oneAgentMayOfferWhatOneAgentMayApproveAndNoMore() {
        Approval request = requested(Matter.space("kstore", "shop", LARGE));
        Quota stillLarge = new Quota(150, 32, 64);

        assertThat(approvals.decide("lili", request, Decision.COUNTER, stillLarge, "less"))
                .isInstanceOf(Verdict.TooMuchForOne.class);
        assertThat(approvals.decide("lili", request, Decision.COUNTER, USUAL, "less"))
                .isInstanceOf(Verdict.Done.class);
    }

    @Test
    void whatNobodyDecidesIsRemindedEscalatedAndExpiredOnce() {
        Approval request = requested(Matter.space("kstore", "shop", USUAL));
        approvals.hurry();
        assertThat(texts(li)).isEmpty();

        office.clock().pass(Duration.ofHours(5));
        approvals.hurry();
        approvals.hurry();
        assertThat(texts(li)).containsExactly("⏰ 王伟 还在等镜像空间“kstore”，方便审批一下吗？");
        assertThat(office.cards(li)).hasSize(2);

        office.clock().pass(Duration.ofDays(1));
        approvals.hurry();
        assertThat(texts(li)).last().isEqualTo("⏰ 王伟 等镜像空间“kstore”已经很久了，请尽快审批，或转给能处理的同事。");

        office.clock().pass(Duration.ofDays(7));
        approvals.hurry();
        approvals.hurry();
        assertThat(now(request).state()).isEqualTo(State.EXPIRED);
        assertThat(texts(li)).last().isEqualTo("王伟 申请的镜像空间“kstore”一直无人审批，已过期，对方已收到通知。");
        assertThat(office.cards(li))
                .allSatisfy(card -> assertThat(card.choices()).isEmpty());
        assertThat(approve("lili", request)).isInstanceOf(Verdict.TooLate.class);
    }

    @Test
    void aKindMayHaveADeadlineOfItsOwn() {
        office.spaces().grant("kstore", "wei");
        Approval request = requested(Matter.quota("kstore", "the sale is coming", USUAL));

        office.clock().pass(Duration.ofMinutes(31));
        approvals.hurry();

        assertThat(now(request).state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void moreRoomInASpaceIsGivenToTheSpaceThatThereIs() {
        office.spaces().grant("kstore", "wei");
        Approval request = requested(Matter.quota("kstore", "the sale is coming", USUAL));

        assertThat(office.cards(li).getLast().title()).isEqualTo("王伟 申请镜像空间“kstore”的扩容");
        approve("lili", request);
        assertThat(office.spaces().provisioned()).containsExactly(new Space("kstore", "wei", USUAL));
    }

    @Test
    void whereNothingIsCountedNothingLessCanBeOffered() {
        requested(Matter.template("kstore-tomcat", "for all teams", "kind: Deployment"));

        assertThat(office.cards(li).getLast().choices())
                .extracting(Block.Choice::id)
                .containsExactly("approve", "deny");
        assertThat(office.cards(li).getLast().facts()).contains(new Block.Fact("模板内容", "kind: Deployment"));
    }

    private Approval requested(Matter matter) {
        Approval approval = Approval.requested(
                UUID.randomUUID().toString(),
                "wei",
                wei.toString(),
                matter,
                office.clock().instant());
        office.turn(wei, exchange -> {
            exchange.reply(office.bean(ApprovalCards.class).card(approval, "wei", exchange.words()));
            exchange.turn().command(() -> approvals.request(approval, wei + "/draft"));
        });
        return approval;
    }

    private Verdict approve(String agent, Approval approval) {
        return approvals.decide(agent, approval, Decision.APPROVE, null, "");
    }

    private Approval now(Approval approval) {
        return approvals.find(approval.id()).orElseThrow();
    }

    private List<String> texts(UUID conversation) {
        return office.said(conversation).stream()
                .map(Message::blocks)
                .map(List::getFirst)
                .filter(Block.Text.class::isInstance)
                .map(block -> ((Block.Text) block).text())
                .toList();
    }
}
