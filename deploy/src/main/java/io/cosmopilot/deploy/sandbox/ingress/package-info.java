/** The sandbox's front door: deployed applications answer in a browser under their domains. */
@NullMarked
package io.cosmopilot.deploy.sandbox.ingress;

import org.jspecify.annotations.NullMarked;
