package io.cosmopilot.conversations.linking;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people find the portal.
 *
 * @param url of its start page, as a browser of anybody who chats can open it
 */
@ConfigurationProperties("cosmopilot.portal")
record LinkingProperties(
        @DefaultValue("http://127.0.0.1:8080") URI url) {

    public LinkingProperties {
        if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
            throw new IllegalArgumentException(
                    "cosmopilot.portal.url is the address of the portal, such as https://portal.example.com");
        }
    }

    /** The address of one of its pages. */
    String page(String path) {
        String base = url.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
