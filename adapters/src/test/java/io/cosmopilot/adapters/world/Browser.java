package io.cosmopilot.adapters.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls as a page calls: with cookies, with the CSRF token, and in a language. */
public final class Browser {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String language = "en";
    private String bearer = "";
    private boolean page = true;

    public Browser(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    public Browser speaking(String wished) {
        this.language = wished;
        return this;
    }

    public Browser bearing(String token) {
        this.bearer = token;
        return this;
    }

    /** From now on as another site can make it call: with the cookies, but without what only our pages read. */
    public Browser lured() {
        this.page = false;
        return this;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String json) {
        return send(json(request(path)).POST(BodyPublishers.ofString(json)));
    }

    public Answer put(String path, String json) {
        return send(json(request(path)).PUT(BodyPublishers.ofString(json)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", language);
        if (page) {
            cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        }
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return request;
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Signs in, and reads who it is, as every page does: which brings the CSRF token. */
    public Browser signIn(String username, String password) {
        post("/api/session", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
        get("/api/me");
        return this;
    }

    public String token() {
        return post("/api/webchat/token", "").json().get("token").asString();
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json");
    }

    /** What came back. */
    public record Answer(int status, String body, HttpResponse<String> response) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
