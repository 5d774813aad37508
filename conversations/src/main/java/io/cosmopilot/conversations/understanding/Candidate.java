package io.cosmopilot.conversations.understanding;

import java.util.Map;

/** An intent that a clause speaks for. */
record Candidate(IntentSpec intent, double score, Map<String, String> sets) {

    private static final double CLEAR_DEED = 0.7;
    private static final double CLEAR = 0.45;

    boolean isClear() {
        return score >= (intent.isActing() ? CLEAR_DEED : CLEAR);
    }
}
