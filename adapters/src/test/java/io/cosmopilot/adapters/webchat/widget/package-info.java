/** The chat widget in a real browser, against a server of which only the protocol is real. */
@NullMarked
package io.cosmopilot.adapters.webchat.widget;

import org.jspecify.annotations.NullMarked;
