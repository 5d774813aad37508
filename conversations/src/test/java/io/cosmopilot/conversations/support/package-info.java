/** Tests of people helping people. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.support;
