package io.cosmopilot.deploy.registry;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Some actions in one repository. What cannot be read is nothing that could be granted. */
record Scope(Repository repository, Set<Action> actions) {

    private static final String TYPE = "repository:";

    Scope {
        actions = Set.copyOf(actions);
    }

    /** What a registry lets people do. */
    enum Action {
        PULL,
        PUSH,
        DELETE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code repository:kstore/shop:pull,push}; several may be in one text, separated by blanks. */
    static List<Scope> parse(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> List.of(text.split(" ")).stream())
                .map(Scope::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Scope> parse(String text) {
        int end = text.lastIndexOf(':');
        if (!text.startsWith(TYPE) || end < TYPE.length()) {
            return Optional.empty();
        }
        Set<Action> actions = actions(text.substring(end + 1));
        return Repository.parse(text.substring(TYPE.length(), end)).map(repository -> new Scope(repository, actions));
    }

    private static Set<Action> actions(String words) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        for (String word : words.split(",", -1)) {
            for (Action action : Action.values()) {
                if (word.equals(action.word()) || word.equals("*")) {
                    actions.add(action);
                }
            }
        }
        return actions;
    }

    Scope only(Set<Action> granted) {
        Set<Action> both = EnumSet.noneOf(Action.class);
        both.addAll(actions);
        both.retainAll(granted);
        return new Scope(repository, both);
    }

    boolean empty() {
        return actions.isEmpty();
    }

    boolean changes() {
        return actions.contains(Action.PUSH) || actions.contains(Action.DELETE);
    }

    List<String> words() {
        return List.copyOf(new TreeSet<>(actions).stream().map(Action::word).toList());
    }

    /** As the token carries it. */
    Map<String, Object> claim() {
        var claim = new LinkedHashMap<String, Object>();
        claim.put("type", "repository");
        claim.put("name", repository.path());
        claim.put("actions", words());
        return claim;
    }

    @Override
    public String toString() {
        return TYPE + repository.path() + ":" + String.join(",", words());
    }
}
