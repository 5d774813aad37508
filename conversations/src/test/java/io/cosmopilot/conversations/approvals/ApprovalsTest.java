package io.cosmopilot.conversations.approvals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Approval.State;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Desk.Decision;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Office;
import io.cosmopilot.conversations.Person.Role;
import io.cosmopilot.deploy.Quota;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.Space;
import io.cosmopilot.deploy.SpaceReport;

import static org.assertj.core.api.Assertions.assertThat;

class ApprovalsTest {

    private static final Quota ASKED = new Quota(50, 8, 16);
    private static final Quota LESS = new Quota(20, 8, 16);

    private final Office office = new Office();
    private final Approvals approvals = office.bean(Approvals.class);
    private UUID wei;
    private UUID li;
    private UUID zhao;
    private Approval request;

    @BeforeEach
    void weiAsksForASpace() {
        wei = office.person("wei", "王伟", Locale.SIMPLIFIED_CHINESE, Role.DEVELOPER);
        li = office.person("lili", "小李", Locale.SIMPLIFIED_CHINESE, Role.AGENT);
        zhao = office.person("zhao", "Zhao", Locale.ENGLISH, Role.AGENT);
        request = requested("wei", wei, "kstore");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void everyAgentSeesARequestInTheirOwnLanguage() {
        assertThat(card(li).title()).isEqualTo("王伟 申请镜像空间“kstore”");
        assertThat(card(zhao).title()).isEqualTo("王伟 asks for the image space “kstore”");
        assertThat(card(zhao).facts())
                .contains(new Block.Fact("Asked for", "50 Gi storage, 8 cores, 16 Gi memory"))
                .contains(new Block.Fact("Purpose", "shop"));
        assertThat(choices(li)).containsExactly("approve", "counter", "deny");
        assertThat(choices(wei)).containsExactly("withdraw");
    }

    @Test
    void anApprovalIsProvisionedInTheSameTransactionAndShownEverywhere() {
        press(li, "approve");

        assertThat(office.spaces().provisioned()).containsExactly(new Space("kstore", "wei", ASKED));
        assertThat(office.spaces().requester()).isEqualTo(new Requester("wei", wei + "/draft-of-kstore"));
        assertThat(List.of(card(wei), card(li), card(zhao)))
                .allSatisfy(card -> assertThat(card.state()).isEqualTo("approved"))
                .allSatisfy(card -> assertThat(card.choices()).isEmpty());
        assertThat(office.audit()).containsExactly("wei approval.requested", "lili approval.approved");
    }

    @Test
    void twoDecisionsAtOnceHaveOneEffect() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Verdict> first = two.submit(() -> decideAfter(start, "lili", Decision.APPROVE));
            Future<Verdict> second = two.submit(() -> decideAfter(start, "zhao", Decision.DENY));
            List<Verdict> verdicts = List.of(first.get(), second.get());

            assertThat(verdicts).filteredOn(Verdict.Done.class::isInstance).hasSize(1);
            assertThat(verdicts).filteredOn(Verdict.TooLate.class::isInstance).hasSize(1);
            assertThat(verdicts)
                    .extracting(Verdict::approval)
                    .extracting(Approval::state)
                    .containsOnly(now().state());
        }
        assertThat(office.spaces().provisioned()).hasSize(now().state() == State.APPROVED ? 1 : 0);
        assertThat(card(wei).state()).isEqualTo(now().state().name().toLowerCase(Locale.ROOT));
    }

    @Test
    void aLateClickIsToldWhoDecidedAndWhen() {
        press(li, "approve");
        office.clock().pass(Duration.ofMinutes(5));
        press(zhao, "approve");

        assertThat(last(zhao)).isEqualTo("小李 approved this 5 minutes ago.");
        assertThat(office.spaces().provisioned()).hasSize(1);
    }

    @Test
    void nobodyDecidesTheirOwnRequest() {
        Approval own = requested("lili", li, "tools");
        press(li, own, "approve");

        assertThat(last(li)).isEqualTo("这是你自己的申请，要由另一位客服审批。");
        assertThat(approvals.find(own.id())).get().extracting(Approval::state).isEqualTo(State.REQUESTED);
        assertThat(office.audit()).contains("lili approval.not-allowed");
        assertThat(office.cards(li))
                .filteredOn(card -> card.approval().equals(own.id()))
                .hasSize(1);
    }

    @Test
    void whoIsNoAgentIsRefusedPrivatelyAndAudited() {
        UUID max = office.person("max", "Max", Locale.ENGLISH, Role.DEVELOPER);
        press(max, "approve");
        press(max, "deny");

        assertThat(last(max)).isEqualTo("Only support agents decide requests. This attempt was noted.");
        assertThat(now().state()).isEqualTo(State.REQUESTED);
        assertThat(office.audit())
                .containsExactly("wei approval.requested", "max approval.not-allowed", "max approval.not-allowed");
    }

    @Test
    void aCounterOfferIsProvisionedOnceItIsAccepted() {
        approvals.decide("zhao", request, Decision.COUNTER, LESS, "20 Gi will do");
        assertThat(office.spaces().provisioned()).isEmpty();
        assertThat(choices(wei)).containsExactly("accept", "withdraw");
        assertThat(card(wei).facts())
                .contains(new Block.Fact("可批准", "20 Gi 存储，8 核，16 Gi 内存"), new Block.Fact("理由", "20 Gi will do"));

        press(wei, "accept");
        press(wei, "accept");

        assertThat(office.spaces().provisioned()).containsExactly(new Space("kstore", "wei", LESS));
        assertThat(card(zhao).state()).isEqualTo("accepted");
    }

    @Test
    void onlyTheRequesterAcceptsOrWithdraws() {
        approvals.decide("zhao", request, Decision.COUNTER, LESS, "20 Gi will do");
        press(li, "accept");
        assertThat(now().state()).isEqualTo(State.COUNTERED);

        press(wei, "withdraw");
        assertThat(now().state()).isEqualTo(State.WITHDRAWN);
        press(li, "approve");
        assertThat(last(li)).isEqualTo("王伟 已经撤回了这个申请。");
        assertThat(office.spaces().provisioned()).isEmpty();
    }

    @Test
    void whatGoesWrongWhileProvisioningIsOnTheCardUntilItIsThere() {
        press(li, "approve");
        Requester requester = office.spaces().requester();
        Space space = new Space("kstore", "wei", ASKED);
        office.publish(new SpaceReport.Failing("r1", requester, space, 2, "no answer"));
        assertThat(card(zhao).facts()).contains(new Block.Fact("Setting up fails, retrying", "#2: no answer"));
        assertThat(card(wei).facts()).contains(new Block.Fact("开通失败，重试中", "比平时慢一些"));

        office.publish(new SpaceReport.Provisioned("r2", requester, space));
        office.publish(new SpaceReport.Failing("r3", requester, space, 3, "told too late"));
        assertThat(card(zhao).facts()).extracting(Block.Fact::label).doesNotContain("Setting up fails, retrying");
    }

    @Test
    void refusingAndOfferingLessBeginTheFlowThatAsksWhy() {
        assertThat(press(li, "deny")).contains(Map.of("approval", request.id(), "decision", "deny"));
        assertThat(press(li, "counter")).contains(Map.of("approval", request.id(), "decision", "counter"));
        assertThat(press(li, request, "nonsense")).isEmpty();
    }

    @Test
    void aChangeThatIsToldTwiceRevisesOnce() {
        ApprovalChanged again = new ApprovalChanged("again", new Requester("wei", wei + "/x"), request);
        office.publish(again);
        int revision = office.said(li).getFirst().revision();
        office.publish(again);
        assertThat(office.said(li)).hasSize(1);
        assertThat(office.said(li).getFirst().revision()).isEqualTo(revision);
    }

    private Approval requested(String person, UUID conversation, String space) {
        Approval approval = Approval.requested(
                UUID.randomUUID().toString(),
                person,
                conversation.toString(),
                Approval.Matter.space(space, "shop", ASKED),
                office.clock().instant());
        office.turn(conversation, exchange -> {
            exchange.reply(office.bean(ApprovalCards.class).card(approval, person, exchange.words()));
            exchange.turn().command(() -> approvals.request(approval, conversation + "/draft-of-" + space));
        });
        return approval;
    }

    private Verdict decideAfter(CyclicBarrier start, String agent, Decision decision) throws Exception {
        start.await();
        return approvals.decide(agent, request, decision, null, "because");
    }

    private Optional<Map<String, String>> press(UUID conversation, String choice) {
        return press(conversation, request, choice);
    }

    private Optional<Map<String, String>> press(UUID conversation, Approval approval, String choice) {
        List<Optional<Map<String, String>>> known = new ArrayList<>();
        office.turn(
                conversation,
                exchange -> known.add(office.bean(ApprovalButtons.class).press(exchange, approval.id(), choice)));
        return known.getFirst();
    }

    private Approval now() {
        return approvals.find(request.id()).orElseThrow();
    }

    private Block.Request card(UUID conversation) {
        return office.cards(conversation).stream()
                .filter(card -> card.approval().equals(request.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> choices(UUID conversation) {
        return card(conversation).choices().stream().map(Block.Choice::id).toList();
    }

    private String last(UUID conversation) {
        Message message = office.said(conversation).getLast();
        return ((Block.Text) message.blocks().getFirst()).text();
    }
}
