package io.cosmopilot.templates.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;

import io.cosmopilot.templates.Bilingual;
import io.cosmopilot.templates.Variable;
import io.cosmopilot.templates.VariableType;

/** What places mean that nobody declared: by name where everybody uses the same, as text otherwise. */
public final class WellKnownVariables {

    private static final String SOURCE = "templates/well-known.yaml";

    private final List<Known> known;

    private WellKnownVariables(List<Known> known) {
        this.known = known;
    }

    public static WellKnownVariables shipped() {
        try {
            var yaml = new ClassPathResource(SOURCE).getContentAsString(StandardCharsets.UTF_8);
            return new WellKnownVariables(
                    Declarations.parse(yaml).variables().stream().map(Known::of).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The well-known variables are not on the class path", unreadable);
        }
    }

    public Variable named(String name) {
        return known.stream()
                .filter(each -> each.names().matcher(name).matches())
                .findFirst()
                .map(each -> each.as(name))
                .orElseGet(() -> text(name));
    }

    private static Variable text(String name) {
        var label = new Bilingual(name, name);
        return new Variable(
                name, VariableType.TEXT, label, new Bilingual("", ""), "example", null, true, false, List.of(), null);
    }

    /** A declaration for every variable whose name looks like this; {@code *} stands for anything. */
    private record Known(Pattern names, Variable declaration) {

        static Known of(Variable declaration) {
            var pattern = Pattern.quote(declaration.name()).replace("*", "\\E.*\\Q");
            return new Known(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), declaration);
        }

        Variable as(String name) {
            return new Variable(
                    name,
                    declaration.type(),
                    declaration.name().contains("*") ? labelled(name) : declaration.label(),
                    declaration.hint(),
                    declaration.example(),
                    declaration.standard(),
                    declaration.required(),
                    declaration.generated(),
                    declaration.options(),
                    declaration.pattern());
        }

        private Bilingual labelled(String name) {
            var label = declaration.label();
            return new Bilingual(label.zh() + " (" + name + ")", label.en() + " (" + name + ")");
        }
    }
}
