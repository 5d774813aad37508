package io.cosmopilot.conversations.understanding;

import java.util.List;

/** One or more clauses about the same thing, with the intents they speak for, best first. */
record Passage(int from, int to, List<Candidate> candidates) {

    Candidate best() {
        return candidates.getFirst();
    }

    double score() {
        return best().score();
    }

    boolean isClear() {
        return best().isClear();
    }

    boolean continuesIn(Passage next) {
        return next.candidates.isEmpty() || candidates.isEmpty() || saysMoreOf(next);
    }

    /** "And www.example.com" alone would be doubtful; after "bind shop to shop.example.com" it is not. */
    private boolean saysMoreOf(Passage next) {
        return (!next.isClear() || !isClear())
                && next.best().intent().name().equals(best().intent().name());
    }

    Passage joined(Passage next) {
        boolean later = candidates.isEmpty() || (!next.candidates.isEmpty() && next.score() > score());
        return new Passage(from, next.to, later ? next.candidates : candidates);
    }

    /** The best, and those as good as that; where the best is in doubt, its rivals too. */
    List<Candidate> likely(double margin) {
        double least = isClear() || margin == 0 ? score() - margin : 0;
        return candidates.stream()
                .filter(candidate -> candidate.score() >= least)
                .toList();
    }
}
