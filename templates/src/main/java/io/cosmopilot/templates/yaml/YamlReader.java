package io.cosmopilot.templates.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import io.cosmopilot.templates.Complaint;
import io.cosmopilot.templates.Complaint.Place;

/** Reads every document of a text that it can, and complains about the others. Never throws. */
public final class YamlReader {

    private static final int MOST_NODES = 50_000;

    private final String original;
    private final Positions positions;
    private final Budget budget = new Budget(MOST_NODES);
    private final List<Node> documents = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();

    private YamlReader(String original, Positions positions) {
        this.original = original;
        this.positions = positions;
    }

    /** The documents that could be read, in order, and what is wrong with the text. */
    public record Result(List<Node> documents, List<Complaint> complaints) {
        public Result {
            documents = List.copyOf(documents);
            complaints = List.copyOf(complaints);
        }
    }

    public static Result read(String text) {
        return read(text, text, Positions.SAME);
    }

    /**
     * Reads a form of what a person wrote.
     *
     * @param text to be read, with line feeds as line breaks
     * @param original what the person wrote, with the same lines; quoted in complaints
     */
    public static Result read(String text, String original, Positions positions) {
        var reader = new YamlReader(original, positions);
        Chunk.split(text).forEach(reader::read);
        return new Result(reader.documents, reader.complaints);
    }

    private void read(Chunk chunk) {
        try {
            readDocuments(
                    chunk, new Parse(settings(chunk)).parseString(chunk.text()).iterator());
        } catch (Refusal refusal) {
            complaints.add(refusal.complaint());
        } catch (MarkedYamlEngineException malformed) {
            complaints.add(malformed(chunk, malformed));
        } catch (ReaderException unprintable) {
            complaints.add(Complaint.of("templates.yaml.character").at(unprintable(chunk, unprintable)));
        } catch (YamlEngineException malformed) {
            complaints.add(Complaint.of("templates.yaml.malformed", "").at(place(chunk, 0, 0)));
        }
    }

    /** The whole chunk at once: snakeyaml-engine 3.0.1 fails where a surrogate pair lies across two of its buffers. */
    private static LoadSettings settings(Chunk chunk) {
        return LoadSettings.builder().setBufferSize(chunk.text().length()).build();
    }

    private void readDocuments(Chunk chunk, Iterator<Event> events) {
        while (events.hasNext()) {
            if (events.next().getEventId() == Event.ID.DocumentStart) {
                var composer = new Composer(events, chunk.document(), chunk.firstLine(), positions, budget, complaints);
                documents.add(composer.compose(events.next()));
            }
        }
    }

    private Complaint malformed(Chunk chunk, MarkedYamlEngineException exception) {
        int line = exception.getProblemMark().map(mark -> mark.getLine()).orElse(0);
        int column = exception.getProblemMark().map(mark -> mark.getColumn()).orElse(0);
        return Complaint.of(Malformed.code(exception), quoted(chunk.firstLine() + line))
                .at(place(chunk, line, column));
    }

    private Place unprintable(Chunk chunk, ReaderException exception) {
        var before = chunk.text()
                .substring(
                        0,
                        Math.min(
                                Math.max(exception.getPosition(), 0),
                                chunk.text().length()));
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return place(chunk, line, before.length() - before.lastIndexOf('\n') - 1);
    }

    private Place place(Chunk chunk, int line, int column) {
        return positions.place(chunk.document(), chunk.firstLine() + line, column);
    }

    private String quoted(int line) {
        return Excerpt.of(original.lines().skip(line).findFirst().orElse(""));
    }
}
