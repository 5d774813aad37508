package io.cosmopilot.deploy.sandbox.http;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;

/** The label selectors of the API's query: {@code app=web,tier in (a,b),!legacy}. */
final class LabelSelector {

    private static final Pattern BETWEEN = Pattern.compile(",(?![^(]*\\))");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern AMONG = Pattern.compile("(\\S+)\\s+(in|notin)\\s+\\(([^)]*)\\)");
    private static final Pattern EQUAL = Pattern.compile("([^=!\\s]+)\\s*(==|=|!=)\\s*(\\S*)");
    private static final Pattern PRESENT = Pattern.compile("(!?)\\s*([A-Za-z0-9][-A-Za-z0-9_./]*)");

    private LabelSelector() {}

    static Predicate<JsonNode> parse(String selector) {
        List<Predicate<JsonNode>> requirements = BETWEEN.splitAsStream(selector)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(LabelSelector::requirement)
                .toList();
        return object -> requirements.stream().allMatch(requirement -> requirement.test(Meta.labels(object)));
    }

    private static Predicate<JsonNode> requirement(String text) {
        Matcher among = AMONG.matcher(text);
        if (among.matches()) {
            return among(among.group(1), among.group(2).equals("in"), among.group(3));
        }
        Matcher equal = EQUAL.matcher(text);
        if (equal.matches()) {
            return among(equal.group(1), !equal.group(2).equals("!="), equal.group(3));
        }
        Matcher present = PRESENT.matcher(text);
        if (present.matches()) {
            boolean wanted = present.group(1).isEmpty();
            return labels -> labels.has(present.group(2)) == wanted;
        }
        throw Refusal.badRequest("unable to parse requirement: " + text);
    }

    private static Predicate<JsonNode> among(String label, boolean wanted, String list) {
        Set<String> values = COMMA.splitAsStream(list.strip()).collect(Collectors.toSet());
        return labels ->
                (labels.has(label) && values.contains(labels.path(label).asString(""))) == wanted;
    }
}
