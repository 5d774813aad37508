package io.cosmopilot.conversations.understanding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.cosmopilot.conversations.understanding.Piece.Kind;

/** Hears the order in what sounds done already: 把配置删了 deletes, 我把配置删了 tells. */
final class Orders {

    private static final String DONE = "did-";
    private static final Set<String> ASKING = Set.of("ba", "plea", "ask-for-it");
    private static final Set<String> TELLING =
            Set.of("subject", "a-somebody", "third", "reported", "past", "question", "not", "afterwards", "how", "if");

    private Orders() {}

    static Message over(Message message) {
        List<Piece> pieces = new ArrayList<>(message.pieces());
        for (int from = 0; from < pieces.size(); ) {
            int to = from;
            while (to < pieces.size() && pieces.get(to).kind() != Kind.BREAK) {
                to++;
            }
            List<Piece> clause = pieces.subList(from, to);
            if (is(clause, ASKING) && !is(clause, TELLING)) {
                clause.replaceAll(Orders::ordered);
            }
            from = to + 1;
        }
        return new Message(message.text(), message.pairs(), pieces, message.names());
    }

    private static boolean is(List<Piece> clause, Set<String> concepts) {
        return clause.stream().anyMatch(piece -> concepts.stream().anyMatch(piece::is));
    }

    private static Piece ordered(Piece piece) {
        Set<String> concepts = new HashSet<>(piece.concepts());
        piece.concepts().stream()
                .filter(concept -> concept.startsWith(DONE))
                .forEach(concept -> concepts.add(concept.substring(DONE.length())));
        return piece.standingFor(concepts, piece.weight());
    }
}
