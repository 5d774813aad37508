package io.cosmopilot.conversations.understanding;

import java.util.List;

/** What a message tells besides what it asks for: a reason, how it came to it, or that nothing is wanted after all. */
final class Story {

    private final Message message;
    private final Roles roles;

    Story(Message message, Roles roles) {
        this.message = message;
        this.roles = roles;
    }

    /** "It restarts all the time, I want to know why": the reason is asked for of what was said. */
    boolean isOnlyWhy(Clause clause, List<Passage> passages) {
        List<Piece> pieces = said(clause.from(), clause.to());
        return !passages.isEmpty()
                && !passages.getLast().candidates().isEmpty()
                && !passages.getLast().best().isActing()
                && pieces.stream().anyMatch(piece -> piece.is("why"))
                && pieces.stream().allMatch(piece -> roles.isAsking(piece) || piece.isSkippable() || piece.is("want"));
    }

    /** "We are students doing a thesis and would like a space": nothing is asked for in what is only told. */
    boolean isOnlyTold(Passage passage, List<Passage> passages) {
        return !isWanting(passage) && passages.stream().anyMatch(other -> other.isClear() && isWanting(other));
    }

    private boolean isWanting(Passage passage) {
        List<Piece> pieces = said(passage.from(), passage.to());
        return passage.best().isActing()
                || Clause.isAsked(message, passage.from(), passage.to())
                || (pieces.stream().anyMatch(roles::isAsking)
                        && pieces.stream().noneMatch(piece -> piece.is("reported")));
    }

    /** 要不要配域名，再说吧: the last words take back what was said. */
    boolean endsInNothing() {
        return message.pieces().reversed().stream()
                .filter(piece -> piece.isSpoken() && (!piece.isSkippable() || piece.is("never-mind")))
                .findFirst()
                .filter(piece -> piece.is("never-mind") && !piece.is("some-time") && !piece.is("not-needed"))
                .isPresent();
    }

    private List<Piece> said(int from, int to) {
        return message.pieces().subList(from, to);
    }
}
