/** Which objects are well-formed: known fields of the right types, and the rules of each kind. */
@NullMarked
package io.cosmopilot.deploy.sandbox.schema;

import org.jspecify.annotations.NullMarked;
