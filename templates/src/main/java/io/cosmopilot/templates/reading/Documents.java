package io.cosmopilot.templates.reading;

import java.util.List;

import io.cosmopilot.templates.Complaint;
import io.cosmopilot.templates.yaml.Mapping;
import io.cosmopilot.templates.yaml.Node;
import io.cosmopilot.templates.yaml.Scalar;
import io.cosmopilot.templates.yaml.Sequence;

/** What the documents of a text are: one object each, or several in a {@code List}. */
final class Documents {

    private Documents() {}

    static void unfold(Node document, List<Mapping> into, List<Complaint> complaints) {
        switch (document) {
            case Mapping mapping -> unfold(mapping, into, complaints);
            case Sequence sequence -> complaints.add(notAnObject(sequence));
            case Scalar scalar -> {
                if (scalar.value() != null) {
                    complaints.add(notAnObject(scalar));
                }
            }
        }
    }

    private static void unfold(Mapping document, List<Mapping> into, List<Complaint> complaints) {
        if (document.text("kind").equals("List") && document.get("items") instanceof Sequence items) {
            items.items().forEach(item -> unfold(item, into, complaints));
        } else {
            into.add(document);
        }
    }

    private static Complaint notAnObject(Node node) {
        return Complaint.of("templates.yaml.no-object").at(node.place());
    }
}
