package io.cosmopilot.templates.resources;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import io.cosmopilot.templates.Complaint;
import io.cosmopilot.templates.Complaint.Place;

/** Collects everything that is found while a template is prepared: complaints stop it, notes do not. */
public final class Findings {

    private static final int MOST = 200;
    private static final Comparator<Complaint> BY_PLACE = Comparator.comparing(
            Complaint::place,
            Comparator.nullsFirst(Comparator.comparingInt(Place::document)
                    .thenComparingInt(Place::line)
                    .thenComparingInt(Place::column)));

    private final List<Complaint> complaints = new ArrayList<>();
    private final List<Complaint> notes = new ArrayList<>();

    public void complain(Place place, String code, String... arguments) {
        complaints.add(Complaint.of(code, arguments).at(place));
    }

    public void complain(Collection<Complaint> all) {
        complaints.addAll(all);
    }

    public void note(Place place, String code, String... arguments) {
        notes.add(Complaint.of(code, arguments).at(place));
    }

    /** In the order of the text; what concerns no place of it comes first. */
    public List<Complaint> complaints() {
        return inOrder(complaints);
    }

    public List<Complaint> notes() {
        return inOrder(notes);
    }

    private static List<Complaint> inOrder(List<Complaint> found) {
        return found.stream().distinct().sorted(BY_PLACE).limit(MOST).toList();
    }
}
