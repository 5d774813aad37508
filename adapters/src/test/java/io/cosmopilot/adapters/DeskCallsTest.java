package io.cosmopilot.adapters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import io.cosmopilot.adapters.world.Browser;
import io.cosmopilot.adapters.world.Browser.Answer;
import io.cosmopilot.adapters.world.MadeUpDesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DeskCallsTest extends ContractTest {

    private static final String CASE = "/api/desk/conversations/web-wei";

    @Autowired
    MadeUpDesk desk;

    @BeforeEach
    void emptyDesk() {
        desk.reset();
    }

    @Test
    void theDeskIsForAgents() {
        assertThat(browser().get("/api/desk/queue").status()).isEqualTo(401);
        Answer refused = signedIn("wei").speaking("zh").get("/api/desk/queue");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("title").asString()).isEqualTo("您没有这个权限");
        assertThat(signedIn("agnes").get("/api/desk/queue").status()).isEqualTo(200);
    }

    @Test
    void theQueueShowsWhatIsAskedAndByWhom() {
        JsonNode queue = signedIn("agnes").get("/api/desk/queue").json();

        JsonNode approval = queue.get("approvals").get(0);
        assertThat(approval.get("approval").asString()).isEqualTo("a1");
        assertThat(approval.get("kind").asString()).isEqualTo("space");
        assertThat(approval.get("state").asString()).isEqualTo("requested");
        assertThat(approval.get("requester").toString()).isEqualTo("{\"username\":\"wei\",\"name\":\"WEI\"}");
        assertThat(approval.get("title").asString()).isEqualTo("Image space “shop”");
        assertThat(approval.get("facts").toString()).contains("50 GiB", "our shop’s images");
        assertThat(approval.get("asked").toString()).isEqualTo("{\"storageGi\":50,\"cpu\":4,\"memoryGi\":8}");
        assertThat(approval.has("decidedBy")).isFalse();
        JsonNode item = queue.get("conversations").get(0);
        assertThat(item.get("mode").asString()).isEqualTo("waiting");
        assertThat(item.get("lastMessage").asString()).isEqualTo("Help!");
        assertThat(Instant.parse(item.get("due").asString()))
                .isEqualTo(Instant.parse(item.get("since").asString()).plusSeconds(900));
    }

    @Test
    void theFirstDecisionCountsAndTheSecondIsToldWhoMadeIt() {
        Browser agnes = signedIn("agnes");

        Answer countered = agnes.post(
                "/api/desk/approvals/a1/decision",
                "{\"decision\":\"counter\",\"reason\":\"smaller first\",\"quota\":{\"storageGi\":20,\"cpu\":2,\"memoryGi\":4}}");
        assertThat(countered.status()).isEqualTo(200);
        assertThat(countered.json().get("state").asString()).isEqualTo("countered");
        agnes.post("/api/desk/approvals/a1/decision", "{\"decision\":\"approve\"}");
        Answer late = agnes.post("/api/desk/approvals/a1/decision", "{\"decision\":\"approve\"}");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("detail").asString()).contains("AGNES", "just now");
    }

    @Test
    void aDecisionThatIsNoneIsRefusedWithEachFault() {
        Browser agnes = signedIn("agnes");

        assertThat(agnes.post("/api/desk/approvals/a1/decision", "{\"decision\":\"perhaps\"}")
                        .status())
                .isEqualTo(422);
        Answer refused = agnes.post(
                "/api/desk/approvals/a1/decision",
                "{\"decision\":\"counter\",\"quota\":{\"storageGi\":0,\"cpu\":1,\"memoryGi\":1}}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").toString()).contains("reason", "quota");
    }

    @Test
    void anAgentTakesOverBeforeSpeaking() {
        Browser agnes = signedIn("agnes");

        assertThat(agnes.post(CASE + "/messages", "{\"text\":\"hello\"}").status())
                .isEqualTo(409);
        assertThat(agnes.post(CASE + "/take-over", "").status()).isEqualTo(204);
        assertThat(agnes.post(CASE + "/messages", "{\"text\":\"hello\"}").status())
                .isEqualTo(204);
        assertThat(agnes.post(CASE + "/messages", "{\"text\":\" \"}").status()).isEqualTo(422);
        assertThat(agnes.post(CASE + "/notes", "{\"text\":\"angry\"}").status()).isEqualTo(204);
        assertThat(desk.said()).containsExactly("hello");

        JsonNode conversation = agnes.get(CASE).json();
        assertThat(conversation.get("mode").asString()).isEqualTo("agent");
        assertThat(conversation.get("notes").get(0).get("text").asString()).isEqualTo("angry");
        assertThat(conversation.get("journey").get("steps").get(0).toString())
                .isEqualTo("{\"id\":\"register\",\"label\":\"Get an account\",\"done\":true}");
        assertThat(conversation.get("applications").get(0).get("detail").asString())
                .isEqualTo("1/2");
        assertThat(conversation.get("messages").isArray()).isTrue();
        assertThat(agnes.post(CASE + "/resolve", "").status()).isEqualTo(204);
        assertThat(agnes.get("/api/desk/conversations/other").status()).isEqualTo(404);
    }

    @Test
    void anOpenDeskIsToldWhenToReadAgain() throws Exception {
        Browser agnes = signedIn("agnes");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/desk/events"))
                .header(
                        "Cookie",
                        "cosmopilot-session="
                                + agnes.cookie("cosmopilot-session").orElseThrow())
                .build();
        HttpResponse<InputStream> stream =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));

        desk.ring(Optional.of("web-wei"));
        desk.ring(Optional.empty());

        assertThat(event(lines)).isEqualTo("event:conversation data:{\"conversation\":\"web-wei\"}");
        assertThat(event(lines)).isEqualTo("event:queue data:{}");
        agnes.delete("/api/session");
        await().until(() -> desk.listeners() == 0);
    }

    @Test
    void thePortalShowsJourneyAndApplications() {
        Browser wei = signedIn("wei").speaking("zh-CN");

        assertThat(wei.get("/api/me/journey").json().get("next").asString()).isEqualTo("space");
        JsonNode blog = wei.get("/api/me/applications").json().get(0);
        assertThat(blog.get("health").asString()).isEqualTo("failed");
        assertThat(blog.get("problems").get(0).asString()).contains("42").contains("客服");
        assertThat(signedIn("lan").get("/api/me/applications").body()).isEqualTo("[]");
    }

    private static String event(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (!line.startsWith("event:")) {
            line = lines.readLine();
        }
        return line + " " + lines.readLine();
    }
}
