package io.cosmopilot.templates.yaml;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.templates.Complaint.Place;

/**
 * A leaf.
 *
 * @param value a String, Integer, Long, Double, Boolean or null
 * @param origin how it came to be
 */
public record Scalar(@Nullable Object value, Origin origin, Place place) implements Node {

    public static Scalar of(Object value, Place place) {
        return new Scalar(value, Origin.ADDED, place);
    }

    /** The value as text; nothing for null. */
    public String text() {
        return value == null ? "" : value.toString();
    }

    public Scalar with(@Nullable Object other) {
        return new Scalar(other, origin, place);
    }

    /** How a leaf came to be. */
    public enum Origin {
        /** Written without quotes. */
        PLAIN,
        /** Written in quotes or as a block. */
        QUOTED,
        /** Made from the value of a variable, or with it inside. */
        FILLED,
        /** Made from the value of a secret variable, or with it inside. */
        SECRET,
        /** Not written by anybody: added while a template was made fit for the cluster. */
        ADDED
    }
}
