@org.jspecify.annotations.NullMarked
package io.cosmopilot.bot;
