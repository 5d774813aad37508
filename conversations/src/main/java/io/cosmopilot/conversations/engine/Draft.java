package io.cosmopilot.conversations.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * A flow that a person is in the middle of, as it is kept between turns.
 *
 * @param id a UUID; goes along with every command, and comes back with every report
 * @param version of the flow when it was begun
 * @param step where it stands
 * @param answers by question name
 * @param pins sequence numbers of messages that are revised in place, by pin name
 */
public record Draft(
        String id, String flow, int version, String step, Map<String, String> answers, Map<String, Long> pins) {

    /** The pin of the message that asks the open question. */
    private static final String ASKED = "?";

    /** Whether the open question is asked in the message of that number, the latest that asks it. */
    public boolean isAskedIn(long seq) {
        return pins.getOrDefault(ASKED, -1L) == seq;
    }

    /** Whether nothing was said to the other that was not said to this one. */
    public boolean covers(Draft other) {
        return flow.equals(other.flow) && answers.entrySet().containsAll(other.answers.entrySet());
    }

    /** The sequence number of that message, if it is asked. */
    public LongStream asked() {
        Long seq = pins.get(ASKED);
        return seq == null ? LongStream.empty() : LongStream.of(seq);
    }

    /** The sequence numbers of the messages that are revised in place. */
    public List<Long> revised() {
        return pins.entrySet().stream()
                .filter(pin -> !pin.getKey().equals(ASKED))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What {@link #pinned} takes for the message that asks the open question. */
    public static Map<String, Long> askedIn(long seq) {
        return Map.of(ASKED, seq);
    }

    /** With more pins. */
    public Draft pinned(Map<String, Long> more) {
        Map<String, Long> all = new HashMap<>(pins);
        all.putAll(more);
        return new Draft(id, flow, version, step, answers, all);
    }
}
