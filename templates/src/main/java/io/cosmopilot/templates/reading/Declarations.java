package io.cosmopilot.templates.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.cosmopilot.templates.Bilingual;
import io.cosmopilot.templates.Variable;
import io.cosmopilot.templates.VariableType;
import io.cosmopilot.templates.yaml.Mapping;
import io.cosmopilot.templates.yaml.Scalar;
import io.cosmopilot.templates.yaml.Sequence;
import io.cosmopilot.templates.yaml.YamlReader;

/**
 * What a {@code variables.yaml} says about a template.
 *
 * @param order among the templates that are presented to people
 * @param keywords under which it is found, in any language
 */
public record Declarations(
        Bilingual title, Bilingual description, int order, List<String> keywords, List<Variable> variables) {

    private static final int LAST = 1000;

    public Declarations {
        keywords = List.copyOf(keywords);
        variables = List.copyOf(variables);
    }

    /** Of a template that says nothing but its name. */
    public static Declarations none(String name) {
        return new Declarations(new Bilingual(name, name), new Bilingual("", ""), LAST, List.of(), List.of());
    }

    /** What an author says in a conversation. */
    public static Declarations described(Bilingual title, List<Variable> variables) {
        return new Declarations(title, new Bilingual("", ""), LAST, List.of(), variables);
    }

    /**
     * What the text of a {@code variables.yaml} declares.
     *
     * @throws IllegalArgumentException when it is not what it should be: it comes with the product
     */
    public static Declarations parse(String yaml) {
        var result = YamlReader.read(yaml);
        if (!result.complaints().isEmpty() || !(result.documents().getFirst() instanceof Mapping root)) {
            throw new IllegalArgumentException("These declarations cannot be read: " + result.complaints());
        }
        return new Declarations(
                bilingual(root, "title"),
                bilingual(root, "description"),
                root.has("order") ? Integer.parseInt(root.text("order")) : LAST,
                texts(root, "keywords"),
                root.mappings("variables").stream().map(Declarations::variable).toList());
    }

    private static Variable variable(Mapping declared) {
        var name = declared.text("name");
        return new Variable(
                name,
                type(declared.text("type")),
                declared.has("label") ? bilingual(declared, "label") : new Bilingual(name, name),
                bilingual(declared, "hint"),
                declared.text("example"),
                text(declared, "default").orElse(null),
                !declared.text("required").equals("false"),
                declared.text("generated").equals("true"),
                texts(declared, "options"),
                text(declared, "pattern").orElse(null));
    }

    private static VariableType type(String name) {
        return name.isEmpty()
                ? VariableType.TEXT
                : VariableType.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Optional<String> text(Mapping mapping, String field) {
        return mapping.scalar(field).map(Scalar::text);
    }

    private static Bilingual bilingual(Mapping mapping, String field) {
        var both = mapping.mapping(field);
        return both.fields().isEmpty()
                ? new Bilingual(mapping.text(field), mapping.text(field))
                : new Bilingual(both.text("zh"), both.text("en"));
    }

    private static List<String> texts(Mapping mapping, String field) {
        return mapping.get(field) instanceof Sequence sequence
                ? sequence.items().stream()
                        .filter(Scalar.class::isInstance)
                        .map(item -> ((Scalar) item).text())
                        .toList()
                : List.of();
    }
}
