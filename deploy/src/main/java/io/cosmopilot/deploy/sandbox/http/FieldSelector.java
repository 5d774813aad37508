package io.cosmopilot.deploy.sandbox.http;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;

/** The field selectors of the API's query, for any field: {@code metadata.name=web,involvedObject.kind!=Pod}. */
final class FieldSelector {

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern TERM = Pattern.compile("([A-Za-z.]+)\\s*(==|=|!=)\\s*(.*)");

    private FieldSelector() {}

    static Predicate<JsonNode> parse(String selector) {
        List<Predicate<JsonNode>> terms = COMMA.splitAsStream(selector)
                .filter(text -> !text.isBlank())
                .map(FieldSelector::term)
                .toList();
        return object -> terms.stream().allMatch(term -> term.test(object));
    }

    private static Predicate<JsonNode> term(String text) {
        Matcher term = TERM.matcher(text.strip());
        if (!term.matches()) {
            throw Refusal.badRequest("invalid field selector: " + text);
        }
        String pointer = "/" + term.group(1).replace('.', '/');
        boolean wanted = !term.group(2).equals("!=");
        return object -> Meta.text(object, pointer).equals(term.group(3)) == wanted;
    }
}
