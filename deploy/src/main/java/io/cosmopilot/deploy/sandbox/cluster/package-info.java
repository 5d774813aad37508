/** What an API server does with a write before it is kept: defaults, admission, validation, versions, deletion. */
@NullMarked
package io.cosmopilot.deploy.sandbox.cluster;

import org.jspecify.annotations.NullMarked;
