/** Tests of approvals. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.approvals;
