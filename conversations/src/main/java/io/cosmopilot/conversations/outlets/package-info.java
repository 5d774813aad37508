/** What is said is pushed to the channels that have to be pushed to: in order, once, whatever fails on the way. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.outlets;
