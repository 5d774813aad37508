package io.cosmopilot.adapters;

import org.junit.jupiter.api.Test;

import io.cosmopilot.adapters.world.Browser;
import io.cosmopilot.adapters.world.MadeUpLinks;
import io.cosmopilot.conversations.Account;

import static org.assertj.core.api.Assertions.assertThat;

class LinkCallsTest extends ContractTest {

    private final MadeUpLinks links;

    LinkCallsTest(MadeUpLinks links) {
        this.links = links;
    }

    @Test
    void linksWhatTheSignedInPersonHasSeenAndConfirmed() {
        links.offer(new Account("slack", "T1-U1", "Wei (Slack)", "U1"));
        Browser wei = signedIn("wei");
        assertThat(wei.post("/api/me/links/asking", "{\"secret\":\"T1-U1\"}").body())
                .isEqualTo("{\"channel\":\"slack\",\"name\":\"Wei (Slack)\"}");
        assertThat(wei.get("/api/me/links").body()).isEqualTo("[]");
        assertThat(wei.post("/api/me/links", "{\"secret\":\"T1-U1\"}").status()).isEqualTo(201);
        assertThat(wei.post("/api/me/links", "{\"secret\":\"T1-U1\"}").status()).isEqualTo(404);
        assertThat(wei.get("/api/me/links").body()).contains("Wei (Slack)");
        assertThat(wei.delete("/api/me/links/slack").status()).isEqualTo(204);
        assertThat(wei.get("/api/me/links").body()).isEqualTo("[]");
    }

    @Test
    void linksNothingForAStrangerOrAnotherSite() {
        links.offer(new Account("slack", "T1-U2", "Lan", "U2"));
        String secret = "{\"secret\":\"T1-U2\"}";
        assertThat(browser().post("/api/me/links", secret).status()).isIn(401, 403);
        assertThat(signedIn("lan").lured().post("/api/me/links", secret).status())
                .isEqualTo(403);
        assertThat(links.asking("T1-U2")).isPresent();
    }
}
