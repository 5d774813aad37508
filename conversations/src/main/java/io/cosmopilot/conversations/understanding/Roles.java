package io.cosmopilot.conversations.understanding;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import static java.util.stream.Collectors.toSet;

/** Which concepts are acts, which of them are deeds done to an application, and which take their force. */
final class Roles {

    private final Set<String> acts;
    private final Set<String> deeds;
    private final Set<String> hedges;
    private final Set<String> overall;
    private final Set<String> objects;
    private final Set<String> bound;
    private final Set<String> suppositions;
    private final Set<String> deniable;
    private final Set<String> shared;
    private final Set<String> asking;

    Roles(Vocabulary data) {
        acts = new HashSet<>(data.list("acts"));
        deeds = new HashSet<>(data.list("deeds"));
        hedges = new HashSet<>(data.list("hedges"));
        overall = new HashSet<>(data.list("overall"));
        objects = new HashSet<>(data.list("objects"));
        bound = new HashSet<>(data.list("bound"));
        deniable = new HashSet<>(data.list("deniable"));
        shared = new HashSet<>(data.list("shared"));
        asking = new HashSet<>(data.list("asking"));
        suppositions = new HashSet<>(data.list("suppositions"));
    }

    boolean isAct(String concept) {
        return acts.contains(concept);
    }

    boolean isAct(Piece piece) {
        return piece.concepts().stream().anyMatch(acts::contains);
    }

    boolean isDeed(Piece piece) {
        return piece.concepts().stream().anyMatch(deeds::contains);
    }

    Set<String> deeds(Set<String> concepts) {
        return concepts.stream().filter(deeds::contains).collect(toSet());
    }

    boolean isHedge(Piece piece) {
        return piece.concepts().stream().anyMatch(hedges::contains);
    }

    boolean isHedge(String concept) {
        return hedges.contains(concept);
    }

    /** Something that can be acted on. */
    boolean isObject(Piece piece) {
        return piece.concepts().stream().anyMatch(this::isObject);
    }

    boolean isObject(String concept) {
        return objects.contains(concept);
    }

    /** An act that means another thing with each object, so that it has to be known which one is spoken of. */
    boolean isBound(String concept) {
        return bound.contains(concept);
    }

    /** What a "not" before it takes away, although it is no act. */
    boolean isDeniable(String concept) {
        return deniable.contains(concept);
    }

    /** What a deed said once can be meant of as well. */
    boolean isShared(String concept) {
        return shared.contains(concept);
    }

    /** What asks for an answer. */
    boolean isAsking(Piece piece) {
        return piece.concepts().stream().anyMatch(asking::contains);
    }

    boolean isSupposition(Piece piece) {
        return piece.concepts().stream().anyMatch(suppositions::contains);
    }

    /** What behind an "if" is only supposed to be so. */
    boolean isSupposition(String concept) {
        return suppositions.contains(concept);
    }

    /** Takes the force of every deed in the message. */
    boolean isOverallHedge(Piece piece) {
        return piece.concepts().stream().anyMatch(overall::contains);
    }

    /** Rules can speak of any act and of any deed. */
    void addKinds(Map<String, Double> concepts) {
        boolean act = concepts.keySet().stream().anyMatch(acts::contains);
        boolean deed = concepts.keySet().stream().anyMatch(deeds::contains);
        if (act) {
            concepts.put("act", 1.0);
        }
        if (deed) {
            concepts.put("deed", 1.0);
        }
    }
}
