package io.cosmopilot.adapters;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cosmopilot.adapters.world.Browser;
import io.cosmopilot.adapters.world.Browser.Answer;

import static org.assertj.core.api.Assertions.assertThat;

class AccountCallsTest extends ContractTest {

    @Test
    void registeringNamesEveryBrokenRuleInTheReadersLanguage() {
        Answer refused = browser().speaking("zh-CN,zh;q=0.9").post("/api/accounts", "{\"password\":\"short\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().get("title").asString()).isEqualTo("请检查填写的内容");
        assertThat(fields(refused))
                .containsExactly("username", "displayName", "email", "password", "password", "password", "password");
        assertThat(refused.json().get("errors").get(3).get("message").asString())
                .isEqualTo("密码至少 10 个字符。");
    }

    @Test
    void whoRegistersSignsInAndIsThemselves() {
        Browser browser = browser();
        Answer made = browser.post(
                "/api/accounts",
                "{\"username\":\"mei\",\"displayName\":\"梅\",\"email\":\"mei@example.com\",\"password\":\"Correct-Horse-1\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(browser.get("/api/me").status()).isEqualTo(401);

        Answer signedIn = browser.post("/api/session", "{\"username\":\"mei\",\"password\":\"Correct-Horse-1\"}");
        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax");
        Answer me = browser.get("/api/me");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.json().get("displayName").asString()).isEqualTo("梅");
        assertThat(me.json().get("roles").toString()).isEqualTo("[\"developer\"]");
        assertThat(me.json().get("language").isNull()).isTrue();
        assertThat(browser.cookie("XSRF-TOKEN")).isPresent();
    }

    @Test
    void signingOutEndsTheSessionAndItsTokens() {
        Browser browser = signedIn("wei");
        String token = browser.token();
        assertThat(browser().bearing(token).get("/api/me").status()).isEqualTo(200);

        assertThat(browser.delete("/api/session").status()).isEqualTo(204);

        assertThat(browser.get("/api/me").status()).isEqualTo(401);
        assertThat(browser().bearing(token).get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void whatTheCookieAloneWouldDoNeedsTheCsrfToken() {
        Browser browser = browser();
        browser.post("/api/session", "{\"username\":\"wei\",\"password\":\"Correct-Horse-1\"}");

        Answer refused = browser.lured().post("/api/webchat/token", "");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("type").asString()).isEqualTo("urn:cosmopilot:problem:stale-page");
    }

    @Test
    void whatAPageAsksAtTheSameTimeHasTheSameCsrfToken() {
        Browser browser = browser();
        browser.post("/api/session", "{\"username\":\"wei\",\"password\":\"Correct-Horse-1\"}");
        browser.get("/api/me");
        var given = browser.cookie("XSRF-TOKEN");

        browser.get("/api/me");
        browser.get("/api/me/links");
        assertThat(browser.post("/api/webchat/token", "").status()).isEqualTo(200);

        assertThat(given).isPresent().isEqualTo(browser.cookie("XSRF-TOKEN"));
        assertThat(browser.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void aScriptSignsInForATokenThatDoesNotRenewItself() {
        Answer token = browser().post("/api/tokens", "{\"username\":\"wei\",\"password\":\"Correct-Horse-1\"}");
        assertThat(token.status()).isEqualTo(200);
        assertThat(token.json().get("expiresAt").asString())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(10)).toString());

        Browser script = browser().bearing(token.json().get("token").asString());
        assertThat(script.get("/api/me").status()).isEqualTo(200);
        assertThat(script.post("/api/webchat/token", "").status()).isEqualTo(403);

        clock.forward(Duration.ofMinutes(11));
        assertThat(script.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void changingThePasswordEndsTheOtherSessions() {
        browser()
                .post(
                        "/api/accounts",
                        "{\"username\":\"tao\",\"displayName\":\"Tao\",\"email\":\"tao@example.com\",\"password\":\"Correct-Horse-1\"}");
        Browser here = signedIn("tao");
        Browser elsewhere = signedIn("tao");

        Answer refused = here.put("/api/accounts/me/password", "{\"current\":\"wrong\",\"next\":\"weak\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(fields(refused)).contains("current", "next");
        assertThat(here.put(
                                "/api/accounts/me/password",
                                "{\"current\":\"Correct-Horse-1\",\"next\":\"Better-Horse-2\"}")
                        .status())
                .isEqualTo(204);

        assertThat(here.get("/api/me").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void guessingIsAnsweredByRetryAfter() {
        for (int failure = 0; failure < 5; failure++) {
            Answer wrong = browser().post("/api/session", "{\"username\":\"guessed\",\"password\":\"x\"}");
            assertThat(wrong.status()).isEqualTo(401);
        }

        Answer slowedDown = browser().post("/api/session", "{\"username\":\"guessed\",\"password\":\"x\"}");

        assertThat(slowedDown.status()).isEqualTo(429);
        assertThat(slowedDown.header("Retry-After")).isEqualTo("1");
        assertThat(slowedDown.json().get("detail").asString()).contains("1 seconds");
        clock.forward(Duration.ofMinutes(20));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nothing, '', 404",
        "POST, /api/session, '{\"username\":', 400",
        "POST, /api/session, '[]', 400",
        "POST, /api/session, '', 400",
        "PATCH, /api/accounts, '{}', 403",
        "GET, /api/accounts, '', 405",
        "GET, /api/session/../../etc/passwd, '', 400"
    })
    void whatCannotBeIsAProblemWithoutAStackTrace(String method, String path, String body, int status) {
        Browser browser = browser();
        Answer answer = browser.send(browser.request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("title").asString()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("io.cosmopilot");
    }

    @Test
    void aFormOfAnotherSiteSignsNobodyIn() {
        Browser browser = browser();
        Answer answer = browser.send(browser.request("/api/session")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=wei&password=Correct-Horse-1")));

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void theHeadersAreStrict() {
        Answer answer = browser().get("/api/me");

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "connect-src 'self' ws: wss:", "frame-ancestors 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.json().get("title").asString()).isEqualTo("Please sign in");
    }

    private static List<String> fields(Answer answer) {
        return answer.json()
                .get("errors")
                .valueStream()
                .map(error -> error.get("field").asString())
                .toList();
    }
}
