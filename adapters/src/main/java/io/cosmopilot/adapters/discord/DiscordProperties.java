package io.cosmopilot.adapters.discord;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Cosmopilot is on Discord. Without a token it is not.
 *
 * @param token of the bot; it is never shown
 * @param supportChannels ids of the channels where support agents are, the first to be tried first
 * @param supportLanguage in which those are written to, such as {@code zh} or {@code en}
 * @param guild id of the server on which {@code /cosmo} appears at once; otherwise it appears everywhere, in a while
 * @param api the REST address
 * @param gateway the gateway's address, when it is not the one of the SDK
 * @param leaseLasts how long another replica waits before it takes the gateway from one that is silent
 */
@ConfigurationProperties("cosmopilot.discord")
public record DiscordProperties(
        @Nullable String token,
        @DefaultValue List<String> supportChannels,
        @DefaultValue("zh") Locale supportLanguage,
        @Nullable String guild,
        @DefaultValue("https://discord.com/api/v10/") URI api,
        @Nullable URI gateway,
        @DefaultValue("15s") Duration leaseLasts) {

    private static final String SNOWFLAKE = "\\d{15,20}";

    public DiscordProperties {
        supportChannels = List.copyOf(supportChannels);
        for (String channel : supportChannels) {
            snowflake("support-channels", channel);
        }
        if (guild != null) {
            snowflake("guild", guild);
        }
        if (token != null && !token.matches("[\\w.-]{8,}")) {
            throw new IllegalArgumentException(
                    "cosmopilot.discord.token is not a bot’s token: copy it from the page Bot of the application at"
                            + " https://discord.com/developers/applications, or leave it away to be without Discord");
        }
        if (leaseLasts.compareTo(Duration.ofSeconds(2)) < 0) {
            throw new IllegalArgumentException(
                    "cosmopilot.discord.lease-lasts is %s: it has to be 2 seconds at least".formatted(leaseLasts));
        }
    }

    private static void snowflake(String key, String value) {
        if (!value.matches(SNOWFLAKE)) {
            throw new IllegalArgumentException(("cosmopilot.discord.%s has “%s”: it has to be an id of 15 to 20 digits"
                            + " (in Discord: Settings, Advanced, Developer Mode; then right-click, Copy ID)")
                    .formatted(key, value));
        }
    }

    @Override
    public String toString() {
        return "DiscordProperties[token=%s, supportChannels=%s, guild=%s, api=%s]"
                .formatted(token == null ? "none" : "***", supportChannels, guild, api);
    }
}
