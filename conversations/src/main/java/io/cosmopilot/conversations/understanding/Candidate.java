package io.cosmopilot.conversations.understanding;

/** An intent that a clause speaks for. */
record Candidate(IntentSpec intent, double score, Rule rule) {

    private static final double CLEAR_DEED = 0.7;
    private static final double CLEAR = 0.45;

    boolean isClear() {
        return score >= (isActing() ? CLEAR_DEED : CLEAR);
    }

    boolean isActing() {
        return intent.isActing() && !rule.harmless();
    }
}
