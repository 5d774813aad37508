/** What becomes of pods: the node they get, the images they need, the ways in which their containers fail. */
@NullMarked
package io.cosmopilot.deploy.sandbox.pods;

import org.jspecify.annotations.NullMarked;
