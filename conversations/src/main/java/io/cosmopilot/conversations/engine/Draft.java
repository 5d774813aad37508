package io.cosmopilot.conversations.engine;

import java.util.HashMap;
import java.util.Map;

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

    /** With more pins. */
    public Draft pinned(Map<String, Long> more) {
        Map<String, Long> all = new HashMap<>(pins);
        all.putAll(more);
        return new Draft(id, flow, version, step, answers, all);
    }
}
