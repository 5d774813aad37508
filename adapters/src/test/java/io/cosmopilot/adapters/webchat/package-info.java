@org.jspecify.annotations.NullMarked
package io.cosmopilot.adapters.webchat;
