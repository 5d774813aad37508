package io.cosmopilot.conversations.guide;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the guide reads beside its own articles.
 *
 * @param pages addresses of documentation pages, http or https
 * @param every how long what was read counts as fresh
 * @param allowPrivate whether pages may be at private, loopback or link-local addresses: an intranet's documentation
 */
@ConfigurationProperties("cosmopilot.guide")
record GuideSettings(
        @DefaultValue List<URI> pages,
        @DefaultValue("1d") Duration every,
        @DefaultValue("false") boolean allowPrivate) {

    GuideSettings {
        pages = List.copyOf(pages);
        for (URI page : pages) {
            if (!Address.isWeb(page)) {
                throw new IllegalArgumentException(
                        "cosmopilot.guide.pages must be http or https addresses without credentials: " + page);
            }
        }
        if (every.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("cosmopilot.guide.every must be at least a minute: " + every);
        }
    }
}
