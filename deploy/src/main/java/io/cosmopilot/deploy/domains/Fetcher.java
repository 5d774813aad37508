package io.cosmopilot.deploy.domains;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fetches the page behind a domain. The ingress is used as a proxy: so the Host is the domain's, its name is never
 * looked up, and no address but the ingress' is ever connected to, wherever a page redirects.
 */
@Component
class Fetcher {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int REDIRECTS = 3;
    private static final int LARGEST = 512 * 1024;

    Page fetch(IngressDoor door, Host host, String path) {
        var url = "http://" + host.name() + path;
        try {
            var answer = ask(door, url);
            for (int followed = 0; followed < REDIRECTS && redirects(answer, host); followed++) {
                answer = ask(door, String.valueOf(target(answer)));
            }
            return new Page(answer.statusCode(), title(answer));
        } catch (IOException nobody) {
            return Page.NOBODY;
        }
    }

    private static Connection.Response ask(IngressDoor door, String url) throws IOException {
        return Jsoup.connect(url)
                .proxy(door.host(), door.port())
                .timeout((int) PATIENCE.toMillis())
                .maxBodySize(LARGEST)
                .followRedirects(false)
                .ignoreHttpErrors(true)
                .ignoreContentType(true)
                .userAgent("cosmopilot")
                .execute();
    }

    /** Only within the same domain: what other hosts say is no sign of this application. */
    private static boolean redirects(Connection.Response answer, Host host) {
        var target = target(answer);
        return target != null
                && "http".equals(target.getScheme())
                && host.name().equals(target.getHost());
    }

    private static @Nullable URI target(Connection.Response answer) {
        var location = answer.header("Location");
        try {
            return location == null ? null : URI.create(answer.url().toString()).resolve(location);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static @Nullable String title(Connection.Response answer) throws IOException {
        var type = answer.contentType();
        if (type == null || !type.contains("html")) {
            return null;
        }
        var title = answer.parse().title();
        return title.isBlank() ? null : title;
    }
}
