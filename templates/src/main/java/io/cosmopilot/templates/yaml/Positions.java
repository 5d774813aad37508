package io.cosmopilot.templates.yaml;

import io.cosmopilot.templates.Complaint.Place;

/** Tells where something stands in the text that a person wrote, while another form of that text is read. */
@FunctionalInterface
public interface Positions {

    /** The text is read as it was written. */
    Positions SAME = (document, line, column) -> new Place(document, line + 1, column + 1);

    /**
     * The place for people of a position in the text that is read.
     *
     * @param document from 1
     * @param line of the text that is read, from 0
     * @param column of the text that is read, from 0
     */
    Place place(int document, int line, int column);
}
