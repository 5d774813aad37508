package io.cosmopilot.conversations.understanding;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.understanding.Piece.Kind;

/** How far a clause may be taken for an order: less for a question, less the more of it is not understood. */
final class Trust {

    private static final double QUESTION = 0.7;
    private static final double STRANGE_SUBJECT = 0.7;
    private static final double STRANGE_OBJECT = 0.7;
    private static final double SPOKEN_OF = 0.7;
    private static final double MOSTLY_STRANGE = 0.7;

    /** A word so short may be a slip of the fingers for "the". */
    private static final int SLIP = 3;

    private final Message message;
    private final int from;
    private final int to;
    private final List<Piece> clause;
    private final Roles roles;

    Trust(Message message, int from, int to, Roles roles) {
        this.message = message;
        this.from = from;
        this.to = to;
        this.clause = message.pieces().subList(from, to);
        this.roles = roles;
    }

    double value() {
        double trust = 1;
        if ((message.isQuestion() || Clause.isAsked(message, from, to) || isAskedBack()) && !isRequest()) {
            trust *= QUESTION;
        }
        if (isSaidToAnother()) {
            trust *= STRANGE_SUBJECT;
        }
        if (isStrangeBeforeAct()) {
            trust *= STRANGE_SUBJECT;
        }
        if (isActSpokenOf()) {
            trust *= SPOKEN_OF;
        }
        if (isStrangeObject()) {
            trust *= STRANGE_OBJECT;
        }
        return isMostlyStrange() ? trust * MOSTLY_STRANGE : trust;
    }

    /** "Stop mall? Are you crazy": the mark stands directly behind the deed. */
    private boolean isAskedBack() {
        return to < message.pieces().size() && message.pieces().get(to).folded().matches("[?？]");
    }

    /** "Tom, restart blog": it begins with a name that is none of ours. */
    private boolean isSaidToAnother() {
        List<Piece> pieces = message.pieces();
        return pieces.size() > 2
                && from > 0
                && pieces.get(1).kind() == Kind.BREAK
                && pieces.get(1).folded().matches("[,，]")
                && ((pieces.getFirst().kind() == Kind.WORD && Subject.strangeness(pieces.getFirst()) > 0)
                        || pieces.getFirst().is("a-somebody"));
    }

    /** "The restart of blog takes long", "to delete it is a risk", "restarting does not work": nobody orders anything. */
    private boolean isActSpokenOf() {
        int act = firstAct();
        if (act < 0) {
            return false;
        }
        List<Piece> before = clause.subList(0, act);
        if (isWhatSomethingIs(before)) {
            return true;
        }
        if (before.stream().anyMatch(piece -> piece.is("want"))) {
            return false;
        }
        boolean alone = before.stream().allMatch(piece -> piece.isSkippable() || piece.is("to"));
        boolean noun = before.stream().anyMatch(piece -> piece.is("determiner") || piece.is("to"));
        return (alone && noun) || isReportedAfter(act);
    }

    /** "My plan was to stop it". */
    private static boolean isWhatSomethingIs(List<Piece> before) {
        int last = before.size() - 1;
        return last > 0 && before.get(last).is("to") && before.get(last - 1).is("is");
    }

    /** "Restart fails" and 删除报错, but not "restart it because it fails" nor "restart the broken blog". */
    private boolean isReportedAfter(int act) {
        List<Piece> behind = clause.subList(act + 1, clause.size());
        return isFollowedByComplaint(behind)
                || (behind.stream().noneMatch(piece -> piece.is("because"))
                        && behind.stream()
                                .filter(piece -> !piece.isSkippable())
                                .reduce((first, last) -> last)
                                .filter(piece -> piece.is("complaint"))
                                .isPresent());
    }

    /** "Delete failed for mall", but not "restart crashed blog". */
    private static boolean isFollowedByComplaint(List<Piece> behind) {
        return behind.size() > 1
                && behind.getFirst().is("complaint")
                && !behind.get(1).is("an-application")
                && !behind.get(1).is("application");
    }

    private int firstAct() {
        for (int i = 0; i < clause.size(); i++) {
            if (roles.isAct(clause.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** A wish behind what is done is none: 扩容需要审批吗. */
    private boolean isRequest() {
        int act = firstAct();
        boolean wished = act < 0
                ? message.pieces().stream().anyMatch(this::isWish)
                : clause.subList(0, act).stream().anyMatch(this::isWish)
                        || message.pieces().stream()
                                .filter(piece -> !clause.contains(piece))
                                .anyMatch(this::isWish);
        return wished || isCanIt(message.pieces()) || isCanIt(clause);
    }

    private static boolean isCanIt(List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> !piece.isSkippable())
                .findFirst()
                .filter(piece -> piece.is("can-it"))
                .isPresent();
    }

    /** Who asks whether something needs to be done does not wish for it: blog 需要重启吗. */
    private boolean isWish(Piece piece) {
        return piece.is("want")
                && (!piece.is("necessity") || message.pieces().stream().noneMatch(other -> other.is("whether")));
    }

    /** "The devs should deploy": what comes before the deed is more than a name, and nothing since was said to the bot. */
    private boolean isStrangeBeforeAct() {
        int act = firstAct();
        return act >= 0 && Subject.of(clause.subList(0, act)).isAnother(roles.isDeed(clause.get(act)));
    }

    /** "Delete the word blog from my answer", 清理 blog 的缓存, "restart my computer": no application is meant. */
    private boolean isStrangeObject() {
        int act = firstAct();
        if (act < 0 || !isDoneToApplication(clause.get(act))) {
            return false;
        }
        List<Piece> behind = clause.subList(act + 1, clause.size());
        int named = 0;
        while (named < behind.size() && !behind.get(named).is("an-application")) {
            named++;
        }
        return named == behind.size()
                ? isStrange(first(behind))
                : isOtherThing(behind.subList(0, named)) || isPart(behind.subList(named + 1, behind.size()));
    }

    private boolean isDoneToApplication(Piece piece) {
        return roles.isDeed(piece) && !piece.is("deploy");
    }

    /** "The cache of" blog, "the word" blog. */
    private static boolean isOtherThing(List<Piece> between) {
        boolean belongs = !between.isEmpty() && between.getLast().is("belongs");
        return between.stream()
                .anyMatch(piece ->
                        (piece.kind() == Kind.WORD && piece.folded().length() > SLIP && Subject.strangeness(piece) > 0)
                                || (belongs && (piece.is("status") || piece.is("kind") || piece.is("a-word"))));
    }

    /** Behind the application stands what is in it. */
    private static boolean isPart(List<Piece> behind) {
        if (behind.isEmpty() || !behind.getFirst().is("inside")) {
            return false;
        }
        Piece part = first(behind.subList(1, behind.size()));
        return part != null && part.kind() == Kind.HAN && !part.is("itself") && (isStrange(part) || isThing(part));
    }

    private static boolean isThing(Piece piece) {
        return piece.is("kind") || piece.is("a-word") || piece.is("a-somebody") || piece.is("status");
    }

    private static boolean isStrange(@Nullable Piece piece) {
        return piece != null && Subject.strangeness(piece) > 0;
    }

    private static @Nullable Piece first(List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> !piece.isSkippable() && !piece.is("determiner"))
                .findFirst()
                .orElse(null);
    }

    private boolean isMostlyStrange() {
        int strange = clause.stream().mapToInt(Subject::strangeness).sum();
        int familiar = (int) clause.stream()
                .filter(piece -> piece.isSpoken() && !piece.concepts().isEmpty())
                .count();
        return strange > 3 && strange > familiar;
    }
}
