package io.cosmopilot.bot.sandbox;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The sandbox’s accounts.
 *
 * @param password of both, for scripts; without it each gets one of its own at the first start
 */
@ConfigurationProperties("cosmopilot.sandbox")
record SandboxProperties(@Nullable String password) {}
