package io.cosmopilot.conversations.guide;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.springframework.stereotype.Component;

/** Fetches documentation pages; every hop of a redirect is checked like the first address. */
@Component
class Pages {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final int REDIRECTS = 4;
    private static final Pattern HTML = Pattern.compile("(?i)(text/html|application/xhtml\\+xml)\\b");

    private final GuideSettings settings;

    Pages(GuideSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads a page.
     *
     * @throws IOException when it cannot be had, is not HTML, or is at an address that must not be asked
     */
    List<Section> read(URI page) throws IOException {
        URI address = page;
        for (int hops = 0; hops <= REDIRECTS; hops++) {
            Connection.Response answer = ask(address);
            String next = answer.statusCode() / 100 == 3 ? answer.header("Location") : null;
            if (next == null) {
                return sections(answer, address);
            }
            address = target(address, next);
        }
        throw new IOException(page + " redirects more than " + REDIRECTS + " times");
    }

    private Connection.Response ask(URI address) throws IOException {
        if (!Address.isWeb(address)) {
            throw new IOException(address + " is no http(s) address");
        }
        if (!settings.allowPrivate() && !Address.isPublic(address.getHost())) {
            throw new IOException(address + " is at a private address; cosmopilot.guide.allow-private allows that");
        }
        return Jsoup.connect(address.toString())
                .timeout((int) PATIENCE.toMillis())
                .maxBodySize(LARGEST)
                .followRedirects(false)
                .ignoreHttpErrors(true)
                .ignoreContentType(true)
                .userAgent("cosmopilot-guide")
                .execute();
    }

    private static List<Section> sections(Connection.Response answer, URI address) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answers " + answer.statusCode());
        }
        String type = answer.contentType();
        if (type == null || !HTML.matcher(type).lookingAt()) {
            throw new IOException(address + " is no HTML page but " + type);
        }
        return new PageReading(address.toString()).sections(answer.parse());
    }

    private static URI target(URI from, String location) throws IOException {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new IOException(from + " redirects to nowhere: " + location, e);
        }
    }
}
