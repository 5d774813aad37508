package io.cosmopilot.conversations.understanding;

import java.util.List;

import io.cosmopilot.conversations.understanding.Piece.Kind;

/** How far a clause may be taken for an order: less for a question, less the more of it is not understood. */
final class Trust {

    private static final double QUESTION = 0.7;
    private static final double STRANGE_SUBJECT = 0.7;
    private static final double MOSTLY_STRANGE = 0.7;

    private final Message message;
    private final List<Piece> clause;
    private final Roles roles;

    Trust(Message message, int from, int to, Roles roles) {
        this.message = message;
        this.clause = message.pieces().subList(from, to);
        this.roles = roles;
    }

    double value() {
        double trust = 1;
        if (message.isQuestion() && !isRequest()) {
            trust *= QUESTION;
        }
        if (isStrangeBeforeAct()) {
            trust *= STRANGE_SUBJECT;
        }
        return isMostlyStrange() ? trust * MOSTLY_STRANGE : trust;
    }

    private boolean isRequest() {
        return message.pieces().stream().anyMatch(piece -> piece.is("want"))
                || message.pieces().stream()
                        .filter(piece -> !piece.isSkippable())
                        .findFirst()
                        .filter(piece -> piece.is("can-it"))
                        .isPresent();
    }

    /** "My boss thinks we should deploy": what comes before the deed is more than a name. */
    private boolean isStrangeBeforeAct() {
        int strange = 0;
        for (Piece piece : clause) {
            if (roles.isAct(piece)) {
                return strange > 0;
            }
            strange += strangeness(piece);
        }
        return false;
    }

    private boolean isMostlyStrange() {
        int strange = clause.stream().mapToInt(Trust::strangeness).sum();
        int familiar = (int) clause.stream()
                .filter(piece -> piece.isSpoken() && !piece.concepts().isEmpty())
                .count();
        return strange > 3 && strange > familiar;
    }

    private static int strangeness(Piece piece) {
        if (!piece.isSpoken() || !piece.concepts().isEmpty()) {
            return 0;
        }
        return piece.kind() == Kind.HAN ? piece.folded().length() / 2 : 1;
    }
}
