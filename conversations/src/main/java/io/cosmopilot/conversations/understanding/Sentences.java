package io.cosmopilot.conversations.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people ask for in their own words: each clause is scored by the rules, doubt becomes a choice. */
final class Sentences {

    private static final int MOST = 3;
    private static final double LOWEST = 0.4;
    private static final double CLOSE = 0.1;
    private static final double CONTEXT = 0.66;

    private final List<IntentSpec> intents;
    private final Lifting lifting;
    private final Roles roles;

    Sentences(List<IntentSpec> intents, Lifting lifting, Roles roles) {
        this.intents = intents;
        this.lifting = lifting;
        this.roles = roles;
    }

    List<Intent> in(Message message) {
        List<Passage> passages = new ArrayList<>();
        Story story = new Story(message, roles);
        List<Clause> clauses = Clauses.of(message, roles);
        for (Clause clause : clauses) {
            List<Candidate> candidates = story.isOnlyWhy(clause, passages) ? List.of() : candidates(clause, message);
            // "Don't deploy redis, deploy nginx": what is refused says nothing about what is asked for.
            if (!candidates.isEmpty() || !isRefused(clause, message)) {
                place(passages, new Passage(clause.from(), clause.to(), candidates));
            }
        }
        boolean refused = clauses.stream().anyMatch(clause -> isRefusal(clause, message)) || story.endsInNothing();
        passages.removeIf(passage -> passage.candidates().isEmpty()
                || (refused && passage.score() < CONTEXT && !passage.best().isActing()));
        return choices(withoutContext(passages, story), message);
    }

    private static boolean isRefused(Clause clause, Message message) {
        return message.pieces().subList(clause.from(), clause.to()).stream().anyMatch(piece -> piece.is("not"));
    }

    /** 不用回滚了，已经好了: who refuses a deed says how it is only to give the reason. */
    private boolean isRefusal(Clause clause, Message message) {
        List<Piece> pieces = message.pieces().subList(clause.from(), clause.to());
        return pieces.stream().anyMatch(piece -> piece.is("not") && !piece.is("lack"))
                && pieces.stream().anyMatch(roles::isDeed)
                && clause.concepts().keySet().stream().noneMatch(roles::isAct);
    }

    /** A clause without an intent of its own says more about the one before. */
    private static void place(List<Passage> passages, Passage next) {
        Optional<Passage> last = passages.isEmpty() ? Optional.empty() : Optional.of(passages.getLast());
        if (last.isPresent() && last.get().continuesIn(next)) {
            passages.set(passages.size() - 1, last.get().joined(next));
        } else {
            passages.add(next);
        }
    }

    private List<Candidate> candidates(Clause clause, Message message) {
        List<Candidate> candidates = new ArrayList<>();
        for (IntentSpec intent : intents) {
            intent.rules().stream()
                    .map(rule -> new Candidate(intent, clause.score(rule, intent.isActing() && !rule.harmless()), rule))
                    .max(Comparator.comparingDouble(Candidate::score))
                    .filter(candidate -> candidate.score() >= LOWEST)
                    .ifPresent(candidates::add);
        }
        candidates.addAll(rivals(clause, candidates, message));
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return candidates;
    }

    /** "My app crashes" is why, "restart it" is what. */
    private static List<Passage> withoutContext(List<Passage> passages, Story story) {
        boolean wish = passages.stream().anyMatch(passage -> passage.isClear() && passage.score() >= CONTEXT);
        return wish
                ? passages.stream()
                        .filter(passage -> passage.score() >= CONTEXT)
                        .filter(passage -> !isReason(passage, passages) && !story.isOnlyTold(passage, passages))
                        .toList()
                : passages;
    }

    /** "Why is it down again, restart it": the deed behind it is what is asked for. */
    private static boolean isReason(Passage passage, List<Passage> passages) {
        return passage.best().rule().context()
                && passages.stream()
                        .anyMatch(other -> other.to() > passage.to()
                                && other.isClear()
                                && other.best().isActing());
    }

    private List<Candidate> rivals(Clause clause, List<Candidate> best, Message message) {
        List<Piece> pieces = message.pieces().subList(clause.from(), clause.to());
        List<Candidate> rivals = new ArrayList<>();
        for (Candidate first : best) {
            if (first.isActing() && first.isClear()) {
                first.intent().rules().stream()
                        .filter(rule -> isRival(rule, first.rule(), pieces))
                        .map(rule -> new Candidate(first.intent(), clause.score(rule, true), rule))
                        .filter(Candidate::isClear)
                        .max(Comparator.comparingDouble(Candidate::score))
                        .map(rival -> new Candidate(rival.intent(), first.score(), rival.rule()))
                        .ifPresent(rivals::add);
            }
        }
        return rivals;
    }

    /** Another deed with a word of its own. */
    private boolean isRival(Rule rule, Rule best, List<Piece> clause) {
        Set<String> own = roles.deeds(best.when());
        Set<String> other = roles.deeds(rule.when());
        return !rule.sets().equals(best.sets())
                && !own.isEmpty()
                && !other.isEmpty()
                && isSaidAlone(own, other, clause)
                && isSaidAlone(other, own, clause);
    }

    private static boolean isSaidAlone(Set<String> deeds, Set<String> others, List<Piece> clause) {
        return clause.stream()
                .anyMatch(piece ->
                        deeds.stream().anyMatch(piece::is) && others.stream().noneMatch(piece::is));
    }

    private static boolean isDoubtful(Passage passage, Intent choice, Message message) {
        return !passage.isClear() || (passage.best().isActing() && isAimless(passage.best(), choice, message));
    }

    /** "Stop! Don't delete it" stops nothing, "stop everything" nothing unasked, and where others exist, what is named has to be one of them. */
    private static boolean isAimless(Candidate candidate, Intent choice, Message message) {
        boolean denied = message.pieces().stream().anyMatch(piece -> piece.is("not") || piece.is("everything"));
        return candidate.intent().existing().stream().anyMatch(slot -> {
            String named = choice.slots().get(slot);
            return named == null
                    ? denied && slot.equals(candidate.intent().each())
                    : message.names().isForeign(named);
        });
    }

    private List<Intent> choices(List<Passage> passages, Message message) {
        List<Intent> choices = new ArrayList<>();
        for (Passage passage : passages) {
            boolean alone = passages.size() == 1;
            for (Candidate candidate : passage.likely(alone ? CLOSE : 0)) {
                choices.addAll(lifting.of(candidate, passage, message));
            }
        }
        if (passages.size() == 1
                && choices.size() == 1
                && isDoubtful(passages.getFirst(), choices.getFirst(), message)) {
            choices.addAll(lifting.doubt(message));
        }
        return Choices.joined(choices).stream()
                .distinct()
                .filter(choice -> choices.stream().noneMatch(other -> saysMore(other, choice)))
                .limit(MOST)
                .toList();
    }

    /** "We need an application for tomorrow, deploy wordpress as demo" is one wish. */
    private static boolean saysMore(Intent one, Intent other) {
        return one.name().equals(other.name())
                && one.slots().size() > other.slots().size()
                && one.slots().entrySet().containsAll(other.slots().entrySet());
    }
}
