/** Requests that somebody decides: one decision counts, every message that shows one says how it stands. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.approvals;
