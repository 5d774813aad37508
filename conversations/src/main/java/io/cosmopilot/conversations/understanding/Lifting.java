package io.cosmopilot.conversations.understanding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cosmopilot.conversations.understanding.Pattern.Match;

/** Lifts an intent's values out of the words that speak of it. */
final class Lifting {

    private final List<IntentSpec> intents;
    private final Values values;

    Lifting(List<IntentSpec> intents, Values values) {
        this.intents = intents;
        this.values = values;
    }

    /** Usually one; "stop blog and shop" are two. */
    List<Intent> of(Candidate candidate, Passage passage, Message message) {
        IntentSpec intent = candidate.intent();
        Answers answers = new Answers(intent, values, message.names())
                .put(candidate.rule().sets())
                .put(pairs(passage, message));
        lift(intent, passage, message, answers);
        lookAround(intent, message, answers);
        addWords(intent, message, answers);
        List<Intent> apart = apart(intent, passage, message, answers);
        if (apart.size() > 1) {
            return apart;
        }
        List<Intent> all = new ArrayList<>(List.of(new Intent(intent.name(), answers.slots())));
        for (String other : others(intent, passage, message)) {
            Answers more = new Answers(intent, values, message.names());
            more.put(intent.each(), other);
            all.add(new Intent(intent.name(), more.put(answers.slots()).slots()));
        }
        return all.stream().distinct().toList();
    }

    /** "Scale blog to 2 and shop to 4": each with what is said of it; what is said of none of them holds for all. */
    private List<Intent> apart(IntentSpec intent, Passage passage, Message message, Answers shared) {
        Map<String, Intent> apart = new LinkedHashMap<>();
        int from = passage.from();
        for (int i = passage.from(); i <= passage.to() && !intent.each().isEmpty(); i++) {
            boolean end = i == passage.to()
                    || message.pieces().get(i).is("and")
                    || message.pieces().get(i).kind() == Piece.Kind.BREAK;
            Set<String> named = end && from < i ? eachNamed(intent, from, i, message) : Set.of();
            if (named.size() == 1) {
                Answers own = new Answers(intent, values, message.names());
                own.put(intent.each(), named.iterator().next());
                lift(intent, new Passage(from, i, passage.candidates()), message, own);
                Intent one = new Intent(intent.name(), own.put(shared.slots()).slots());
                apart.putIfAbsent(one.slots().getOrDefault(intent.each(), ""), one);
            } else if (!named.isEmpty()) {
                return List.of();
            }
            from = end ? i + 1 : from;
        }
        return List.copyOf(apart.values());
    }

    private static Set<String> eachNamed(IntentSpec intent, int from, int to, Message message) {
        Set<String> named = new LinkedHashSet<>(named("an-" + intent.each(), from, to, message));
        named.addAll(named("a-" + intent.each(), from, to, message));
        return named;
    }

    private static List<Pair> pairs(Passage passage, Message message) {
        int start = message.pieces().get(passage.from()).start();
        int end = message.pieces().get(passage.to() - 1).end();
        return message.pairs().stream()
                .filter(pair -> pair.start() >= start && pair.end() <= end)
                .toList();
    }

    private static void lift(IntentSpec intent, Passage passage, Message message, Answers answers) {
        BitSet taken = new BitSet();
        for (Pattern pattern : intent.values()) {
            pattern.forEach(
                    message.pieces(), passage.from(), passage.to(), match -> take(match, message, answers, taken));
        }
        intent.unclear().forEach((slot, concept) -> {
            if (!named(concept, passage.from(), passage.to(), message).isEmpty()) {
                answers.forget(slot);
            }
        });
    }

    /** "Blog is stuck, restart it": what exists and is named once, beside the clause, is what is meant. */
    private static void lookAround(IntentSpec intent, Message message, Answers answers) {
        for (String slot : intent.existing()) {
            Set<String> named = named("an-" + slot, 0, message.pieces().size(), message);
            if (!answers.has(slot) && named.size() == 1) {
                answers.put(slot, named.iterator().next());
            }
        }
    }

    private static Set<String> named(String concept, int from, int to, Message message) {
        Set<String> named = new LinkedHashSet<>();
        for (int i = from; i < to; i++) {
            if (message.pieces().get(i).is(concept)) {
                named.add(message.words(i, i + 1));
            }
        }
        return named;
    }

    private static void take(Match match, Message message, Answers answers, BitSet taken) {
        match.values().forEach((slot, span) -> {
            boolean free = taken.get(span.from(), span.to()).isEmpty();
            if (free && (!answers.has(slot) || slot.equals("host"))) {
                taken.set(span.from(), span.to());
                answers.put(slot, message.words(span.from(), span.to()));
            }
        });
    }

    private static Set<String> others(IntentSpec intent, Passage passage, Message message) {
        Set<String> others = intent.each().isEmpty()
                ? Set.of()
                : named("an-" + intent.each(), passage.from(), passage.to(), message);
        return others.size() > 1 ? others : Set.of();
    }

    /** What a doubtful deed is offered beside: a question for the guide. */
    List<Intent> doubt(Message message) {
        return intents.stream()
                .filter(intent -> intent.name().equals("guide"))
                .map(guide -> {
                    Answers answers = new Answers(guide, values, message.names());
                    addWords(guide, message, answers);
                    return new Intent(guide.name(), answers.slots());
                })
                .toList();
    }

    private static void addWords(IntentSpec intent, Message message, Answers answers) {
        if (!intent.whole().isEmpty()) {
            answers.put(intent.whole(), message.text().text());
        }
        String context = intent.context().isEmpty() ? "" : context(intent.name(), message);
        if (!context.isEmpty()) {
            answers.put(intent.context(), context);
        }
    }

    /** What was said beside the clause that speaks of the intent itself. */
    private static String context(String concept, Message message) {
        StringBuilder context = new StringBuilder();
        List<Piece> pieces = message.pieces();
        int start = 0;
        for (int i = 0; i <= pieces.size(); i++) {
            if (i == pieces.size() || pieces.get(i).kind() == Piece.Kind.BREAK) {
                List<Piece> clause = pieces.subList(start, i);
                if (clause.stream().noneMatch(piece -> piece.is(concept))
                        && !clause.stream().allMatch(Piece::isSkippable)) {
                    context.append(context.isEmpty() ? "" : ", ").append(message.words(start, i));
                }
                start = i + 1;
            }
        }
        return context.toString();
    }
}
