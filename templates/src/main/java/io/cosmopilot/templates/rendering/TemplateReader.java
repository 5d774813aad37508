package io.cosmopilot.templates.rendering;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cosmopilot.templates.Bilingual;
import io.cosmopilot.templates.Template;
import io.cosmopilot.templates.Templates;
import io.cosmopilot.templates.Variable;
import io.cosmopilot.templates.reading.Declarations;
import io.cosmopilot.templates.reading.Manuscript;
import io.cosmopilot.templates.reading.WellKnownVariables;

/** Reads templates with or without declarations of their variables. */
public final class TemplateReader implements Templates {

    private static final WellKnownVariables WELL_KNOWN = WellKnownVariables.shipped();

    private final RandomGenerator random;

    /**
     * Reads with sentinels of its own.
     *
     * @param random for sentinels and generated secrets: nobody may foresee it
     */
    public TemplateReader(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public Template read(String name, String yaml) {
        return read(name, yaml, Declarations.none(name));
    }

    @Override
    public Template read(String name, Bilingual title, String yaml, List<Variable> declared) {
        return read(name, yaml, Declarations.described(title, declared));
    }

    public Template read(String name, String yaml, Declarations declarations) {
        var manuscript = Manuscript.read(yaml, random);
        var variables = variables(manuscript, declarations.variables());
        return new WrittenTemplate(
                name,
                declarations.title(),
                declarations.description(),
                variables,
                new Renderer(manuscript, variables, random));
    }

    /** The declared ones in their order, then those that were only found. */
    private static List<Variable> variables(Manuscript manuscript, List<Variable> declared) {
        var names = declared.stream().map(Variable::name).collect(Collectors.toSet());
        var found = manuscript.names().stream()
                .filter(name -> !names.contains(name))
                .map(WELL_KNOWN::named);
        return Stream.concat(declared.stream(), found).toList();
    }
}
