/** Tests of journeys. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.journeys;
