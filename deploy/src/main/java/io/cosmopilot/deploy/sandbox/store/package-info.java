/** What the sandbox keeps: objects as JSON, versions that only grow, a history to watch, and a journal on disk. */
@NullMarked
package io.cosmopilot.deploy.sandbox.store;

import org.jspecify.annotations.NullMarked;
