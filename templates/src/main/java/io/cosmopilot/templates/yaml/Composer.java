package io.cosmopilot.templates.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

import io.cosmopilot.templates.Complaint;
import io.cosmopilot.templates.Complaint.Place;
import io.cosmopilot.templates.yaml.Mapping.Field;

/** Builds the tree of one document from parser events: within limits, with aliases and merge keys unfolded. */
final class Composer {

    private static final int DEEPEST = 64;
    private static final String MERGE = "<<";
    private static final String TAG_PREFIX = "tag:yaml.org,2002:";
    private static final Set<String> TEXT_TAGS = Set.of("!", TAG_PREFIX + "str", TAG_PREFIX + "binary");
    private static final Set<String> KNOWN_TAGS =
            Set.of("int", "float", "bool", "null", "map", "seq", "str", "binary", "timestamp");

    private final Iterator<Event> events;
    private final int document;
    private final int firstLine;
    private final Positions positions;
    private final Budget budget;
    private final List<Complaint> complaints;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();

    Composer(
            Iterator<Event> events,
            int document,
            int firstLine,
            Positions positions,
            Budget budget,
            List<Complaint> complaints) {
        this.events = events;
        this.document = document;
        this.firstLine = firstLine;
        this.positions = positions;
        this.budget = budget;
        this.complaints = complaints;
    }

    /** What an anchor stands for, and how many nodes it unfolds to. */
    private record Anchored(Node node, int size) {}

    Node compose(Event event) {
        return compose(event, 0);
    }

    private Node compose(Event event, int depth) {
        if (depth > DEEPEST) {
            throw refuse("templates.yaml.too-deep", event, Integer.toString(DEEPEST));
        }
        int before = budget.left();
        spend(1, event);
        var node = switch (event) {
            case AliasEvent alias -> alias(alias);
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent sequence -> sequence(sequence, depth);
            case MappingStartEvent mapping -> mapping(mapping, depth);
            default -> throw refuse("templates.yaml.malformed", event);
        };
        remember(event, node, before - budget.left());
        return node;
    }

    private void remember(Event event, Node node, int size) {
        if (event instanceof NodeEvent anchored && !(event instanceof AliasEvent)) {
            anchored.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(node, size)));
        }
    }

    private Node alias(AliasEvent event) {
        var anchored = anchors.get(event.getAlias());
        if (anchored == null) {
            throw refuse("templates.yaml.alias", event, event.getAlias().getValue());
        }
        spend(anchored.size(), event);
        return anchored.node();
    }

    private Scalar scalar(ScalarEvent event) {
        checkTag(event.getTag(), event);
        var origin = event.isPlain() ? Scalar.Origin.PLAIN : Scalar.Origin.QUOTED;
        return new Scalar(value(event), origin, place(event));
    }

    private static @Nullable Object value(ScalarEvent event) {
        boolean text = event.getTag().map(TEXT_TAGS::contains).orElse(!event.isPlain());
        return text ? event.getValue() : PlainScalars.resolve(event.getValue());
    }

    private Sequence sequence(SequenceStartEvent event, int depth) {
        checkTag(event.getTag(), event);
        var items = new ArrayList<Node>();
        for (var next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(compose(next, depth + 1));
        }
        return new Sequence(items, place(event));
    }

    private Mapping mapping(MappingStartEvent event, int depth) {
        checkTag(event.getTag(), event);
        var fields = new LinkedHashMap<String, Field>();
        var merged = new ArrayList<Mapping>();
        for (var next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            field(next, depth, fields, merged);
        }
        merged.forEach(mapping -> mapping.fields().forEach(fields::putIfAbsent));
        return new Mapping(fields, place(event));
    }

    private void field(Event keyEvent, int depth, Map<String, Field> fields, List<Mapping> merged) {
        var key = key(keyEvent);
        var value = compose(events.next(), depth + 1);
        if (key.equals(MERGE) && isPlain(keyEvent)) {
            merged.addAll(mergeable(value, keyEvent));
        } else if (fields.containsKey(key)) {
            complaints.add(Complaint.of("templates.yaml.duplicate-key", Excerpt.of(key))
                    .at(place(keyEvent)));
        } else {
            fields.put(key, new Field(place(keyEvent), value));
        }
    }

    private String key(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getValue();
            case AliasEvent alias -> keyOf(alias(alias), event);
            case CollectionStartEvent flow -> throw refuse(keyCode(flow), event);
            default -> throw refuse("templates.yaml.key", event);
        };
    }

    private String keyOf(Node node, Event event) {
        if (node instanceof Scalar scalar) {
            return scalar.text();
        }
        throw refuse("templates.yaml.key", event);
    }

    /** Two opening braces that are no place read as a mapping whose key is a mapping. */
    private static String keyCode(CollectionStartEvent event) {
        return event.isFlow() && event instanceof MappingStartEvent
                ? "templates.place.expression"
                : "templates.yaml.key";
    }

    private static boolean isPlain(Event event) {
        return event instanceof ScalarEvent scalar && scalar.isPlain();
    }

    private List<Mapping> mergeable(Node value, Event event) {
        return switch (value) {
            case Mapping mapping -> List.of(mapping);
            case Sequence sequence -> sequence.mappings();
            case Scalar scalar -> throw refuse("templates.yaml.merge", event);
        };
    }

    private void checkTag(Optional<String> tag, Event event) {
        boolean known = tag.isEmpty()
                || tag.get().equals("!")
                || (tag.get().startsWith(TAG_PREFIX)
                        && KNOWN_TAGS.contains(tag.get().substring(TAG_PREFIX.length())));
        if (!known) {
            complaints.add(
                    Complaint.of("templates.yaml.tag", Excerpt.of(tag.get())).at(place(event)));
        }
    }

    private void spend(int nodes, Event event) {
        if (!budget.spend(nodes)) {
            throw refuse("templates.yaml.too-many", event);
        }
    }

    private Refusal refuse(String code, Event event, String... arguments) {
        return new Refusal(Complaint.of(code, arguments).at(place(event)));
    }

    private Place place(Event event) {
        return event.getStartMark()
                .map(mark -> positions.place(document, firstLine + mark.getLine(), mark.getColumn()))
                .orElseGet(() -> positions.place(document, firstLine, 0));
    }
}
