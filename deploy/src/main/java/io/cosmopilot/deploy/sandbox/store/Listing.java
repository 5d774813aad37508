package io.cosmopilot.deploy.sandbox.store;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/** Objects as they were at one version; a watch from that version misses nothing. */
public record Listing(long version, List<ObjectNode> items) {

    public Listing {
        items = List.copyOf(items);
    }
}
