package io.cosmopilot.templates.yaml;

import io.cosmopilot.templates.Complaint.Place;

/** A piece of a YAML document with the place where it stands. Immutable. */
public sealed interface Node permits Mapping, Sequence, Scalar {

    Place place();
}
