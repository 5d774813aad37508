package io.cosmopilot.adapters.webchat;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the web chat.
 *
 * @param allowedOrigins sites besides this one that may embed the widget, such as {@code https://portal.example.com}
 * @param helloWithin how long a socket may say nothing
 * @param grace how long a socket stays open after its token ended, to be given a new one
 * @param heartbeat between two pings; a socket that answered none for three of them is closed
 * @param largestFrame that is read
 */
@ConfigurationProperties("cosmopilot.webchat")
public record WebchatProperties(
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("10s") Duration helloWithin,
        @DefaultValue("1m") Duration grace,
        @DefaultValue("25s") Duration heartbeat,
        @DefaultValue("64KB") DataSize largestFrame) {

    public WebchatProperties {
        for (String origin : allowedOrigins) {
            if (!origin.matches("https?://[^/*\\s]+")) {
                throw new IllegalArgumentException("cosmopilot.webchat.allowed-origins has “" + origin
                        + "”: an origin is a scheme and a host, such as https://portal.example.com");
            }
        }
    }
}
