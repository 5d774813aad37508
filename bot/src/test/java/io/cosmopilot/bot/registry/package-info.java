/** The registry as people and nodes know it: pushed to and pulled from by real Docker engines. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.bot.registry;
