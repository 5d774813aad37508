/** How far each person is on the way in; what happens outside the chat counts too. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.journeys;
