package io.cosmopilot.adapters.desk;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.cosmopilot.adapters.access.SignedIn;
import io.cosmopilot.adapters.portal.ApplicationView;
import io.cosmopilot.adapters.portal.JourneyView;
import io.cosmopilot.adapters.problems.Problem;
import io.cosmopilot.adapters.problems.Refusal;
import io.cosmopilot.adapters.webchat.ServerFrame;
import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Desk;
import io.cosmopilot.conversations.Desk.Case;
import io.cosmopilot.conversations.Journeys;
import io.cosmopilot.conversations.Transcripts;
import io.cosmopilot.deploy.Applications;

/** The desk: what waits, what is behind it, and what an agent does about it. */
@RestController
@RequestMapping("/api/desk")
class DeskApi {

    private final Desk desk;
    private final Transcripts transcripts;
    private final Journeys journeys;
    private final Applications applications;
    private final Names names;

    DeskApi(Desk desk, Transcripts transcripts, Journeys journeys, Applications applications, Names names) {
        this.desk = desk;
        this.transcripts = transcripts;
        this.journeys = journeys;
        this.applications = applications;
        this.names = names;
    }

    @GetMapping("/queue")
    Queue queue(SignedIn agent, Words words) {
        return new Queue(
                desk.approvals(agent.username()).stream()
                        .map(approval -> ApprovalView.of(approval, names, words))
                        .toList(),
                desk.cases(agent.username()).stream()
                        .map(item -> CaseView.of(item, names))
                        .toList());
    }

    @GetMapping("/conversations/{id}")
    ConversationView conversation(@PathVariable String id, SignedIn agent, Words words) {
        Case item = desk.find(agent.username(), id).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
        return new ConversationView(
                CaseView.of(item, names),
                JourneyView.of(journeys.of(item.person()), words),
                applications.of(item.person()).stream()
                        .map(application -> ApplicationView.of(application, words))
                        .toList(),
                transcripts.after(id, 0).stream()
                        .<ServerFrame>map(ServerFrame.Message::of)
                        .toList(),
                desk.notes(agent.username(), id));
    }

    @PostMapping("/approvals/{id}/decision")
    ApprovalView decide(@PathVariable String id, @RequestBody Decision decision, SignedIn agent, Words words) {
        Decision.Checked checked = decision.checked();
        return ApprovalView.of(
                desk.decide(agent.username(), id, checked.what(), checked.quota(), checked.reason()), names, words);
    }

    @PostMapping("/conversations/{id}/take-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeOver(@PathVariable String id, SignedIn agent) {
        desk.takeOver(agent.username(), known(id, agent));
    }

    @PostMapping("/conversations/{id}/hand-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handBack(@PathVariable String id, SignedIn agent) {
        desk.handBack(agent.username(), known(id, agent));
    }

    @PostMapping("/conversations/{id}/resolve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resolve(@PathVariable String id, SignedIn agent) {
        desk.resolve(agent.username(), known(id, agent));
    }

    @PostMapping("/conversations/{id}/messages")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void say(@PathVariable String id, @RequestBody Remark remark, SignedIn agent) {
        desk.say(agent.username(), known(id, agent), remark.checked());
    }

    @PostMapping("/conversations/{id}/notes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void note(@PathVariable String id, @RequestBody Remark remark, SignedIn agent) {
        desk.note(agent.username(), known(id, agent), remark.checked());
    }

    private String known(String id, SignedIn agent) {
        return desk.find(agent.username(), id)
                .map(Case::conversation)
                .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    /** What waits, and what was lately done. */
    record Queue(List<ApprovalView> approvals, List<CaseView> conversations) {}
}
