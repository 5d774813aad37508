package io.cosmopilot.adapters;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.cosmopilot.adapters.world.Browser.Answer;
import io.cosmopilot.adapters.world.MadeUpRegistry;
import io.cosmopilot.deploy.RegistryTokens.Ask;

import static org.assertj.core.api.Assertions.assertThat;

/** What registries and Docker engines ask, in the words of the distribution specification. */
class RegistryCallsTest extends ContractTest {

    private static final String QUERY =
            "/registry/token?service=s&scope=repository:a/b:pull,push&scope=repository:a/c:pull";

    @Autowired
    MadeUpRegistry registry;

    @Test
    void a_token_is_given_for_basic_credentials() {
        var answer = basic(QUERY, "ada:p:w");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("token").asString()).isEqualTo("t-ada");
        assertThat(answer.json().path("access_token").asString()).isEqualTo("t-ada");
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(300);
        assertThat(answer.json().path("issued_at").asString()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(registry.asked.getLast())
                .isEqualTo(new Ask(
                        "ada", "p:w", "s", List.of("repository:a/b:pull,push", "repository:a/c:pull"), "127.0.0.1"));
    }

    @Test
    void who_says_nothing_about_themselves_is_anybody() {
        assertThat(browser().get(QUERY).status()).isEqualTo(200);
        assertThat(registry.asked.getLast().username()).isNull();
    }

    @Test
    void a_token_is_given_for_a_form() {
        var answer = form("grant_type=password&service=s&scope=repository:a/b:pull&client_id=docker"
                + "&username=ada&password=p%3Aw&access_type=offline");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("access_token").asString()).isEqualTo("t-ada");
        assertThat(answer.json().path("scope").asString()).isEqualTo("repository:a/b:pull");
        assertThat(registry.asked.getLast().password()).isEqualTo("p:w");
        assertThat(form("grant_type=refresh_token&service=s&refresh_token=x").status())
                .isEqualTo(400);
        assertThat(form("grant_type=password&service=s").status()).isEqualTo(401);
        assertThat(form("").status()).isEqualTo(400);
    }

    @Test
    void what_is_wrong_is_said_in_the_form_that_docker_shows() {
        var wrong = basic(QUERY, "wrong:x");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(message(wrong)).contains("registry password");

        var hasty = basic(QUERY, "hasty:x");
        assertThat(hasty.status()).isEqualTo(429);
        assertThat(hasty.header("Retry-After")).isEqualTo("2");

        var full = basic(QUERY, "full:x");
        assertThat(full.status()).isEqualTo(403);
        assertThat(message(full)).contains("kstore").contains("20").contains("10");
    }

    @Test
    void credentials_that_cannot_be_read_are_wrong() {
        for (var header :
                List.of("Basic", "Basic ???", "Basic " + base64("nocolon"), "Basic " + base64(":x"), "Bearer x")) {
            var request =
                    browser().request(QUERY).header("Authorization", header).GET();
            assertThat(browser().send(request).status()).as(header).isEqualTo(401);
        }
    }

    @Test
    void notifications_are_taken_from_who_knows_the_secret() {
        assertThat(events("agreed", "{}").status()).isEqualTo(200);
        assertThat(events("agreed", "").status()).isEqualTo(400);
        assertThat(events("guessed", "{}").status()).isEqualTo(401);
        var without = browser().request("/registry/events").POST(BodyPublishers.ofString("{}"));
        assertThat(browser().send(without).status()).isEqualTo(401);
    }

    @Test
    void certificates_are_files() {
        var answer = browser().get("/registry/token.crt");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(answer.header("Content-Disposition")).contains("token.crt");
        assertThat(browser().get("/registry/ca.crt").status()).isEqualTo(404);
    }

    private Answer basic(String path, String credentials) {
        return browser()
                .send(browser()
                        .request(path)
                        .header("Authorization", "Basic " + base64(credentials))
                        .GET());
    }

    private Answer form(String body) {
        return browser()
                .send(browser()
                        .request("/registry/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    private Answer events(String secret, String body) {
        return browser()
                .send(browser()
                        .request("/registry/events")
                        .header("Content-Type", "application/vnd.docker.distribution.events.v1+json")
                        .header("Authorization", "Bearer " + secret)
                        .POST(BodyPublishers.ofString(body)));
    }

    private static String message(Answer answer) {
        return answer.json().path("errors").path(0).path("message").asString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
