/** The flow about storage: apply for a volume, see them, give one back. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.volumes;
