package io.cosmopilot.templates.yaml;

/** How many nodes a text may still unfold to: aliases of aliases of aliases end here. */
final class Budget {

    private int left;

    Budget(int nodes) {
        left = nodes;
    }

    boolean spend(int nodes) {
        left -= nodes;
        return left >= 0;
    }

    int left() {
        return left;
    }
}
