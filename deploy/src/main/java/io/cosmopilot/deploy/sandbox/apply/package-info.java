/** Changes to objects: server-side apply with its field managers, and the three kinds of patch. */
@NullMarked
package io.cosmopilot.deploy.sandbox.apply;

import org.jspecify.annotations.NullMarked;
