package io.cosmopilot.templates.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import io.cosmopilot.templates.Complaint;
import io.cosmopilot.templates.Complaint.Place;
import io.cosmopilot.templates.yaml.Mapping;
import io.cosmopilot.templates.yaml.YamlReader;

/**
 * A template's text, read once: documents whose places are still open.
 *
 * @param names of the variables, in the order in which they first stand in the text
 * @param complaints about the text; what could be read in spite of them is in the documents
 */
public record Manuscript(List<Mapping> documents, Places places, List<String> names, List<Complaint> complaints) {

    private static final int LARGEST = 256 * 1024;
    private static final Place START = new Place(1, 1, 1);

    public Manuscript {
        documents = List.copyOf(documents);
        names = List.copyOf(names);
        complaints = List.copyOf(complaints);
    }

    public static Manuscript read(String yaml, RandomGenerator random) {
        if (yaml.length() > LARGEST || yaml.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            return unreadable(random, Complaint.of("templates.yaml.too-large", Integer.toString(LARGEST / 1024)));
        }
        var text = normalised(yaml);
        var marked = MarkedText.mark(text, random);
        var result = YamlReader.read(marked.text(), text, marked.positions());
        var complaints = new ArrayList<>(result.complaints());
        var documents = new ArrayList<Mapping>();
        result.documents().forEach(node -> Documents.unfold(node, documents, complaints));
        if (documents.isEmpty() && complaints.isEmpty()) {
            complaints.add(Complaint.of("templates.empty").at(START));
        }
        var survey = Survey.of(documents, marked.places());
        complaints.addAll(survey.complaints());
        return new Manuscript(documents, marked.places(), survey.names(), complaints);
    }

    private static Manuscript unreadable(RandomGenerator random, Complaint complaint) {
        return new Manuscript(List.of(), MarkedText.mark("", random).places(), List.of(), List.of(complaint.at(START)));
    }

    private static String normalised(String yaml) {
        var text = yaml.startsWith("\uFEFF") ? yaml.substring(1) : yaml;
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
