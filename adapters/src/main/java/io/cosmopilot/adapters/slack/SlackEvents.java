package io.cosmopilot.adapters.slack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletRequest;

import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Events, commands and interactions over HTTP: signed, not older than five minutes, and not larger than Slack sends
 * them. What was not taken is answered by 500, and Slack sends it again.
 */
final class SlackEvents {

    private static final Logger log = LoggerFactory.getLogger(SlackEvents.class);
    private static final int MOST_BYTES = 512 * 1024;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final App app;
    private final SlackRequestParser parser;

    SlackEvents(App app) {
        this.app = app;
        this.parser = new SlackRequestParser(app.config());
    }

    ServerResponse take(ServerRequest request) throws IOException {
        byte[] body = body(request.servletRequest());
        if (body.length > MOST_BYTES) {
            return ServerResponse.status(413).build();
        }
        if (!recent(request.servletRequest().getHeader(SlackSignature.HeaderNames.X_SLACK_REQUEST_TIMESTAMP))) {
            return ServerResponse.status(401).build();
        }
        Request<?> parsed = parsed(request.servletRequest(), new String(body, StandardCharsets.UTF_8));
        return parsed == null ? ServerResponse.badRequest().build() : answered(parsed);
    }

    /** The SDK refuses what is too old, but not what is signed for a time to come: that could be kept until then. */
    private static boolean recent(@Nullable String stamp) {
        if (stamp == null || !stamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(stamp));
        return Duration.between(signed, Instant.now()).abs().compareTo(WINDOW) <= 0;
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            return new byte[MOST_BYTES + 1];
        }
        try (InputStream in = request.getInputStream()) {
            return in.readNBytes(MOST_BYTES + 1);
        }
    }

    private @Nullable Request<?> parsed(HttpServletRequest request, String body) {
        Map<String, List<String>> headers = new TreeMap<>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name, Collections.list(request.getHeaders(name))));
        try {
            return parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(request.getRequestURI())
                    .remoteAddress(request.getRemoteAddr())
                    .queryString(Map.of())
                    .requestBody(body)
                    .headers(new RequestHeaders(headers))
                    .build());
        } catch (RuntimeException e) {
            log.info("a request that is none of Slack’s: {}", e.getClass().getSimpleName());
            return null;
        }
    }

    private ServerResponse answered(Request<?> request) {
        try {
            Response response = app.run(request);
            ServerResponse.BodyBuilder answer = ServerResponse.status(response.getStatusCode());
            if (response.getContentType() != null) {
                answer.header("Content-Type", response.getContentType());
            }
            return response.getBody() == null ? answer.build() : answer.body(response.getBody());
        } catch (Exception e) {
            log.warn("an event of Slack was not taken", e);
            return ServerResponse.status(500).build();
        }
    }
}
