/** People who help people: the desk, handing over and back, notes, ratings. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.support;
