/** What tests of conversations share. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations;
