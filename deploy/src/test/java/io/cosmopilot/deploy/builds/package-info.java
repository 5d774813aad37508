/** What strangers hand in is taken apart with care. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.deploy.builds;
