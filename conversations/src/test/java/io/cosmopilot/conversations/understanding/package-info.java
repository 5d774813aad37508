@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.understanding;
