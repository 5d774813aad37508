/** The support agents’ desk over HTTP. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.desk;
