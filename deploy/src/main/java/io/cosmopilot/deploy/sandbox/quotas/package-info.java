/** What a namespace may use: ResourceQuota and LimitRange, at admission and in the status. */
@NullMarked
package io.cosmopilot.deploy.sandbox.quotas;

import org.jspecify.annotations.NullMarked;
