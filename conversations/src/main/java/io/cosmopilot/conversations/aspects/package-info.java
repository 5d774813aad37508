/** What can be said about how an application runs, one form each: size, access, storage, hosts, program, release. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.conversations.aspects;
