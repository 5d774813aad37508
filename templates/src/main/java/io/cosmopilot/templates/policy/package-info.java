/** What a tenant's objects may not do, whatever the cluster would let them. */
@NullMarked
package io.cosmopilot.templates.policy;

import org.jspecify.annotations.NullMarked;
