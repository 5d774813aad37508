package io.cosmopilot.bot.portal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;

/** The platform's answers, played to one page; what the page asked for is kept. */
final class Answers {

    /** One call of the page, as the platform would see it. */
    record Call(String what, String body, Map<String, String> headers) {}

    private record Answer(int status, String type, String body) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    Answers(Page page) {
        page.route(path -> path.contains("/api/") && !path.endsWith("/api/desk/events"), this::play);
    }

    Answers to(String call, int status, String body) {
        String type = status < 400 ? "application/json" : "application/problem+json";
        answers.put(call, new Answer(status, type, body));
        return this;
    }

    Answers to(String call, String body) {
        return to(call, 200, body);
    }

    List<Call> calls(String what) {
        return calls.stream().filter(call -> call.what().equals(what)).toList();
    }

    private void play(Route route) {
        Request request = route.request();
        String body = request.postData();
        String what = request.method() + " " + request.url().replaceFirst("^https?://[^/]+", "");
        calls.add(new Call(what, body == null ? "" : body, request.headers()));
        Answer answer = answers.getOrDefault(what, new Answer(401, "application/problem+json", "{}"));
        route.fulfill(new Route.FulfillOptions()
                .setStatus(answer.status())
                .setContentType(answer.type() + "; charset=utf-8")
                .setBody(answer.body()));
    }
}
