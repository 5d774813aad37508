package io.cosmopilot.adapters.access;

import java.util.UUID;

/**
 * Somebody who is signed in on some browser.
 *
 * @param id names it in tokens and events; worth nothing without the cookie's secret
 */
public record Session(UUID id, String person) {}
