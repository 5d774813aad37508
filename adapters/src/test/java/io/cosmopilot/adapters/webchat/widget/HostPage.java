package io.cosmopilot.adapters.webchat.widget;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A page that embeds the widget under a strict Content-Security-Policy, with the HTTP calls that the widget makes. */
final class HostPage extends HttpServlet {

    private static final String POLICY = "default-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final AtomicInteger tokens = new AtomicInteger();
    final List<String> uploads = new CopyOnWriteArrayList<>();
    final ByteArrayOutputStream large = new ByteArrayOutputStream();
    final AtomicInteger breaks = new AtomicInteger();
    volatile boolean signedIn = true;
    final AtomicInteger stale = new AtomicInteger();
    volatile int uploadStatus = 201;
    /** Uploads are answered once this is open. */
    volatile CountDownLatch answersUploads = new CountDownLatch(0);

    volatile String language = "en";
    volatile String body = "<cosmopilot-chat></cosmopilot-chat>";

    /** How many tokens were asked for. */
    int tokens() {
        return tokens.get();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        switch (path) {
            case "/api/me" -> me(response);
            case "/api/webchat/token" -> token(request, response);
            case "/api/webchat/uploads" -> upload(request, response);
            case "/api/webchat/uploads/parts" -> begin(request, response);
            case "/api/webchat/uploads/parts/large" -> part(request, response);
            case "/webchat/cosmopilot-chat.js" -> answer(response, 200, "text/javascript", bundle());
            case "/webchat/parts/parts.js" -> answer(response, 200, "text/javascript", script("parts/parts.js"));
            case "/icon.svg" -> answer(response, 200, "image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
            default -> page(response);
        }
    }

    /** The widget as the build made it. */
    static String bundle() {
        return script("cosmopilot-chat.js");
    }

    private static String script(String name) {
        String path = "/META-INF/resources/webchat/" + name;
        try (InputStream file = HostPage.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(file, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void page(HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        answer(response, 200, "text/html", """
                <!doctype html><html lang="%s"><head><meta charset="utf-8"><title>Host</title>
                <link rel="icon" href="/icon.svg">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <script type="module" src="/webchat/cosmopilot-chat.js"></script></head>
                <body><main><h1>A page of the portal</h1></main>%s</body></html>
                """.formatted(language, body));
    }

    private void me(HttpServletResponse response) throws IOException {
        response.setHeader("Set-Cookie", "XSRF-TOKEN=a%2Bb; Path=/");
        answer(response, signedIn ? 200 : 401, "application/json", "{}");
    }

    private void token(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean forged = !Objects.equals(request.getHeader("X-XSRF-TOKEN"), "a+b") || stale.getAndDecrement() > 0;
        String token = "{\"token\":\"token-%d\",\"expiresAt\":\"%s\"}"
                .formatted(tokens.incrementAndGet(), Instant.now().plusSeconds(600));
        answer(response, forged ? 403 : signedIn ? 200 : 401, "application/json", token);
    }

    private void upload(HttpServletRequest request, HttpServletResponse response) throws IOException {
        uploads.add(new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        awaitLeave();
        boolean bearer = request.getHeader("Authorization").startsWith("Bearer token-");
        String answer = uploadStatus == 201
                ? "{\"upload\":\"up-%d\",\"name\":\"\",\"size\":1,\"sha256\":\"\"}".formatted(uploads.size())
                : "{\"title\":\"Too large\",\"detail\":\"At most 256 KiB, please.\"}";
        answer(response, bearer ? uploadStatus : 401, "application/json", answer);
    }

    private void awaitLeave() {
        try {
            answersUploads.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        uploads.add(request.getHeader("Upload-Metadata"));
        response.setHeader("Location", "/api/webchat/uploads/parts/large");
        answer(response, uploadStatus, "application/json", "{\"detail\":\"At most 64 MB, please.\"}");
    }

    /** Takes a part; or half of it, and breaks the line. */
    private void part(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("PATCH")) {
            int offset = Integer.parseInt(request.getHeader("Upload-Offset"));
            byte[] part = request.getInputStream().readAllBytes();
            boolean breaks = this.breaks.getAndDecrement() > 0;
            if (offset != large.size()) {
                answer(response, 409, "application/json", "{}");
                return;
            }
            large.write(part, 0, breaks ? part.length / 2 : part.length);
            if (breaks) {
                answer(response, 503, "application/json", "{}");
                return;
            }
        }
        response.setHeader("Upload-Offset", String.valueOf(large.size()));
        response.setStatus(204);
    }

    private static void answer(HttpServletResponse response, int status, String type, String text) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(text);
    }
}
