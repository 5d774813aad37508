package io.cosmopilot.templates.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.cosmopilot.templates.Complaint;
import io.cosmopilot.templates.Complaint.Place;
import io.cosmopilot.templates.yaml.Mapping;
import io.cosmopilot.templates.yaml.Node;
import io.cosmopilot.templates.yaml.Scalar;
import io.cosmopilot.templates.yaml.Sequence;

/** Finds the places in documents, and those that stand where a value could change what a document is. */
final class Survey {

    private static final Set<String> OPEN_KEYS = Set.of("labels", "annotations", "matchLabels");

    private final Places places;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<Complaint> complaints = new ArrayList<>();

    private Survey(Places places) {
        this.places = places;
    }

    static Survey of(List<Mapping> documents, Places places) {
        var survey = new Survey(places);
        documents.forEach(survey::document);
        return survey;
    }

    List<String> names() {
        return List.copyOf(names);
    }

    List<Complaint> complaints() {
        return complaints;
    }

    private void document(Mapping document) {
        closed(document, "apiVersion");
        closed(document, "kind");
        closed(document.mapping("metadata"), "namespace");
        visit(document, "");
    }

    private void closed(Mapping mapping, String field) {
        mapping.scalar(field)
                .filter(scalar -> places.in(scalar.text()))
                .ifPresent(scalar -> complaints.add(
                        Complaint.of("templates.place.closed", field).at(scalar.place())));
    }

    private void visit(Node node, String parent) {
        switch (node) {
            case Mapping mapping ->
                mapping.fields().forEach((key, field) -> {
                    key(key, field.place(), parent);
                    visit(field.value(), key);
                });
            case Sequence sequence -> sequence.items().forEach(item -> visit(item, ""));
            case Scalar scalar -> names.addAll(places.names(scalar.text()));
        }
    }

    private void key(String key, Place place, String parent) {
        if (!places.in(key)) {
            return;
        }
        names.addAll(places.names(key));
        if (!OPEN_KEYS.contains(parent)) {
            complaints.add(Complaint.of("templates.place.key", String.join(", ", places.names(key)))
                    .at(place));
        }
    }
}
