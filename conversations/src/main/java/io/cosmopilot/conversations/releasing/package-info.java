/** The steps by which flows have an application changed: plan, yes, apply, and what helps when it fails. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.releasing;
