/** What every controller needs: the loop that runs them, the pace of time, conditions, events, ownership. */
@NullMarked
package io.cosmopilot.deploy.sandbox.control;

import org.jspecify.annotations.NullMarked;
