package io.cosmopilot.adapters.slack;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Slack is reached. The channel is off while there is no bot token.
 *
 * @param botToken {@code xoxb-…}
 * @param appToken {@code xapp-…}, for Socket Mode; without it events come over HTTP
 * @param signingSecret that HTTP events are signed with
 * @param sockets how many sockets this replica opens, at most ten for an app in all
 * @param supportChannels ids such as {@code C0123456789}; where the first cannot be reached, the next is used
 * @param locale of the support channels, and of people of whom nothing else is known
 * @param apiUrl of the Web API
 */
@ConfigurationProperties("cosmopilot.slack")
record SlackProperties(
        @Nullable String botToken,
        @Nullable String appToken,
        @Nullable String signingSecret,
        @DefaultValue("1") int sockets,
        @DefaultValue({}) List<String> supportChannels,
        @DefaultValue("zh-CN") Locale locale,
        @DefaultValue("https://slack.com/api/") String apiUrl) {

    SlackProperties {
        supportChannels = List.copyOf(supportChannels);
        if (given(botToken)) {
            begins("bot-token", botToken, "xoxb-");
            if (given(appToken)) {
                begins("app-token", appToken, "xapp-");
            } else if (!given(signingSecret)) {
                throw new IllegalArgumentException("cosmopilot.slack needs one of app-token (xapp-…, Socket Mode) and"
                        + " signing-secret (events over HTTP) beside the bot-token");
            }
        }
        if (sockets < 1 || sockets > 10) {
            throw new IllegalArgumentException("cosmopilot.slack.sockets is a number from 1 to 10");
        }
        if (supportChannels.stream().anyMatch(channel -> !channel.matches("[CG][A-Z0-9]{2,}"))) {
            throw new IllegalArgumentException(
                    "cosmopilot.slack.support-channels is a list of channel ids such as C0123456789, not of names");
        }
    }

    boolean socketMode() {
        return given(appToken);
    }

    private static boolean given(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private static void begins(String key, @Nullable String value, String prefix) {
        if (value == null || !value.startsWith(prefix)) {
            throw new IllegalArgumentException("cosmopilot.slack." + key + " begins with " + prefix);
        }
    }

    /** Secrets are in no log. */
    @Override
    public String toString() {
        return "SlackProperties[" + (socketMode() ? sockets + " sockets" : "HTTP events") + ", support channels "
                + supportChannels + "]";
    }
}
