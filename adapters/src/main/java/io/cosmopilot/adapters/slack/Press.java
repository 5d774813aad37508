package io.cosmopilot.adapters.slack;

import java.util.Optional;

import io.cosmopilot.conversations.Address.Audience;

/**
 * What a button, a select or a form carries, so that it works however old its message is.
 *
 * @param conversation of the person, or empty in a support channel
 * @param seq of the message that shows it
 * @param choice its stable id
 */
record Press(Audience audience, String conversation, long seq, String choice) {

    private static final String MARK = "|";

    static Press of(String conversation, long seq, String choice) {
        return new Press(Audience.PERSON, conversation, seq, choice);
    }

    static Press ofAgents(String choice) {
        return new Press(Audience.AGENTS, "", 0, choice);
    }

    /** What {@link #toString} wrote; empty for anything else. */
    static Optional<Press> parse(String text) {
        String[] parts = text.split("\\|", 4);
        if (parts.length < 4 || !parts[2].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return switch (parts[0]) {
            case "p" -> Optional.of(of(parts[1], Long.parseLong(parts[2]), parts[3]));
            case "s" -> Optional.of(ofAgents(parts[3]));
            default -> Optional.empty();
        };
    }

    boolean agents() {
        return audience == Audience.AGENTS;
    }

    Press choosing(String other) {
        return new Press(audience, conversation, seq, other);
    }

    @Override
    public String toString() {
        return (agents() ? "s" : "p") + MARK + conversation + MARK + seq + MARK + choice;
    }
}
