/** Cosmopilot as one application; its modules are the packages below. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot;
