package io.cosmopilot.conversations.understanding;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.understanding.Piece.Kind;

/** One part of a pattern: {@code @concept}, a literal word, or {@code <slot:shape>}; {@code ..} before it allows a gap. */
sealed interface Element {

    /** The index behind what this takes at a place, or -1. */
    int step(List<Piece> pieces, int at, int to, Script script);

    boolean isOptional();

    boolean isAfterGap();

    static Element parse(String written) {
        boolean gap = written.startsWith("..");
        boolean optional = written.endsWith("?");
        String core = written.substring(gap ? 2 : 0, written.length() - (optional ? 1 : 0));
        if (core.startsWith("<")) {
            return Value.parse(core, optional, gap);
        }
        return core.startsWith("@")
                ? new Concept(Set.of(core.substring(1).split("\\|", -1)), optional, gap)
                : new Literal(core, optional, gap);
    }

    /** Any of these concepts. */
    record Concept(Set<String> names, boolean isOptional, boolean isAfterGap) implements Element {

        @Override
        public int step(List<Piece> pieces, int at, int to, Script script) {
            return pieces.get(at).concepts().stream().anyMatch(names::contains) ? at + 1 : -1;
        }
    }

    /** This very word. */
    record Literal(String unit, boolean isOptional, boolean isAfterGap) implements Element {

        @Override
        public int step(List<Piece> pieces, int at, int to, Script script) {
            return pieces.get(at).folded().equals(unit) ? at + 1 : -1;
        }
    }

    /** A value for a slot: of a shape, or (the shape being {@code @concept}) a piece that stands for something. */
    record Value(
            String slot,
            @Nullable Shape shape,
            Set<String> concepts,
            boolean emphatic,
            boolean isOptional,
            boolean isAfterGap)
            implements Element {

        private static final int SHORTEST_NAME = 3;

        static Value parse(String written, boolean optional, boolean gap) {
            boolean emphatic = written.endsWith("!>");
            String[] parts =
                    written.substring(1, written.length() - (emphatic ? 2 : 1)).split(":", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException(written + " is not <slot:shape>");
            }
            boolean concept = parts[1].startsWith("@");
            return new Value(
                    parts[0],
                    concept ? null : Shape.named(parts[1]),
                    concept ? Set.of(parts[1].substring(1).split("\\|", -1)) : Set.of(),
                    emphatic,
                    optional,
                    gap);
        }

        @Override
        public int step(List<Piece> pieces, int at, int to, Script script) {
            Piece piece = pieces.get(at);
            if (shape == null) {
                return piece.concepts().stream().anyMatch(concepts::contains) ? at + 1 : -1;
            }
            boolean passedOver = piece.isSkippable()
                    && !piece.is("one")
                    && !(emphatic && isNameable(piece))
                    && !(shape == Shape.TEXT && isTelling(piece));
            if (passedOver || !shape.fits(piece, script, emphatic)) {
                return -1;
            }
            return switch (shape) {
                case REST -> to;
                case TEXT -> endOfText(pieces, at, to, script);
                default -> at + 1;
            };
        }

        /** "Named test": behind "named" even a word that is mostly passed over is a name; "the" and "please" are none. */
        private static boolean isNameable(Piece piece) {
            return piece.kind() == Piece.Kind.WORD
                    && piece.folded().length() > SHORTEST_NAME
                    && piece.is("filler")
                    && !piece.is("determiner")
                    && !piece.is("subject")
                    && !piece.is("plea")
                    && !piece.is("in");
        }

        /** 测试环境 is passed over elsewhere, but a purpose may well begin with it. */
        private static boolean isTelling(Piece piece) {
            return piece.kind() == Kind.HAN ? piece.folded().length() > 2 : piece.is("ours") && !piece.is("i");
        }

        private static int endOfText(List<Piece> pieces, int from, int to, Script script) {
            int end = from;
            while (end < to
                    && pieces.get(end).kind() != Kind.BREAK
                    && pieces.get(end).kind() != Kind.PAIR
                    && !pieces.get(end).is("ends-text")
                    && !(end > from && Shape.SIZE.fits(pieces.get(end), script, false))) {
                end++;
            }
            return end;
        }
    }
}
