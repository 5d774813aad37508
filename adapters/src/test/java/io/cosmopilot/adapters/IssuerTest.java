package io.cosmopilot.adapters;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.cosmopilot.adapters.world.PortalIssuer;
import io.cosmopilot.conversations.Person.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** The portal has people of its own and says who they are. */
class IssuerTest extends ContractTest {

    private static final PortalIssuer PORTAL = new PortalIssuer();
    private final Instant later = Instant.now().plus(Duration.ofMinutes(5));

    @DynamicPropertySource
    static void configured(DynamicPropertyRegistry registry) {
        registry.add("cosmopilot.access.oidc.issuer", PORTAL::url);
        registry.add("cosmopilot.access.oidc.audience", () -> "cosmopilot");
    }

    @AfterAll
    static void close() {
        PORTAL.close();
    }

    @Test
    void theirTokenIsChangedIntoOursAndMakesAnAccountOnce() {
        String theirs =
                PORTAL.token("7f3", "cosmopilot", later, Map.of("preferred_username", "Zhang.San@haier", "name", "张三"));
        String ours = browser().bearing(theirs).token();

        assertThat(browser()
                        .bearing(ours)
                        .get("/api/me")
                        .json()
                        .get("displayName")
                        .asString())
                .isEqualTo("张三");
        browser().bearing(theirs).token();
        assertThat(people.find("zhang-san"))
                .get()
                .satisfies(person -> assertThat(person.roles()).containsExactly(Role.DEVELOPER));
        assertThat(people.find("zhang-san-2")).isEmpty();
    }

    @Test
    void aTakenNameIsSomebodyElsesWhateverTheAddressSays() {
        String theirs = PORTAL.token(
                "8a1", "cosmopilot", later, Map.of("preferred_username", "wei", "email", "wei@example.com"));
        browser().bearing(theirs).token();

        assertThat(people.find("wei-2")).isPresent();
        assertThat(browser()
                        .post("/api/tokens", "{\"username\":\"wei-2\",\"password\":\"\"}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theRoleOfAnAgentFollowsTheirClaim() {
        Map<String, Object> agent = Map.of("preferred_username", "mei", "roles", List.of("support-agent"));
        browser().bearing(PORTAL.token("9b2", "cosmopilot", later, agent)).token();
        assertThat(people.with(Role.AGENT)).extracting("username").contains("mei");

        browser()
                .bearing(PORTAL.token("9b2", "cosmopilot", later, Map.of("preferred_username", "mei")))
                .token();
        assertThat(people.with(Role.AGENT)).extracting("username").doesNotContain("mei");
    }

    @Test
    void whatIsForgedExpiredOrForOthersOpensNothing() {
        assertThat(status(PORTAL.forged("6c4", "cosmopilot", later))).isEqualTo(401);
        assertThat(status(PORTAL.token("6c4", "another-application", later, Map.of())))
                .isEqualTo(401);
        assertThat(status(PORTAL.token("6c4", "cosmopilot", Instant.now().minus(Duration.ofHours(1)), Map.of())))
                .isEqualTo(401);
    }

    @Test
    void theirTokenOpensNothingButTheDoorToOurs() {
        String theirs = PORTAL.token("6c4", "cosmopilot", later, Map.of());
        assertThat(browser().bearing(theirs).get("/api/me").status()).isEqualTo(401);
        String ours = browser().bearing(theirs).token();
        assertThat(browser().bearing(ours).post("/api/webchat/token", "").status())
                .isEqualTo(403);
    }

    private int status(String token) {
        return browser().bearing(token).post("/api/webchat/token", "").status();
    }
}
