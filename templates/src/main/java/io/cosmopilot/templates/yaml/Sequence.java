package io.cosmopilot.templates.yaml;

import java.util.List;
import java.util.function.UnaryOperator;

import io.cosmopilot.templates.Complaint.Place;

/** A list of nodes. */
public record Sequence(List<Node> items, Place place) implements Node {

    public Sequence {
        items = List.copyOf(items);
    }

    /** The items that are mappings, which in Kubernetes is nearly all of them. */
    public List<Mapping> mappings() {
        return items.stream()
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .toList();
    }

    public Sequence map(UnaryOperator<Mapping> change) {
        return new Sequence(
                items.stream()
                        .map(item -> item instanceof Mapping mapping ? change.apply(mapping) : item)
                        .toList(),
                place);
    }
}
