package io.cosmopilot.deploy.evidence;

import java.util.stream.Stream;

/** One row of the table: what is seen, what it means, what can be pressed. */
@FunctionalInterface
interface Evidence {

    Stream<Finding> in(Scene scene);
}
