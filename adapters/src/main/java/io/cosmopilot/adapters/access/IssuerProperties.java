package io.cosmopilot.adapters.access;

import java.net.URI;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenID Connect issuer of the portal that embeds the widget: {@code cosmopilot.access.oidc}.
 *
 * @param issuer its URL, as in its tokens' {@code iss}; {@code /.well-known/openid-configuration} is read below it
 * @param audience that its tokens must be for
 * @param usernameClaim what it calls a person
 * @param rolesClaim a list of strings
 * @param agentRole the entry of that list that makes a support agent
 */
public record IssuerProperties(
        URI issuer,
        String audience,
        @DefaultValue("preferred_username") String usernameClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("support-agent") String agentRole) {

    public IssuerProperties {
        if (issuer == null || !issuer.isAbsolute()) {
            throw new IllegalArgumentException(
                    "cosmopilot.access.oidc.issuer is a URL, such as https://portal.example.com/oidc");
        }
        if (audience == null || audience.isBlank()) {
            throw new IllegalArgumentException(
                    "cosmopilot.access.oidc.audience is missing: without it a token for any other application would do");
        }
    }
}
