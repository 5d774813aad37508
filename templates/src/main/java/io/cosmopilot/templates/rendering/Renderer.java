package io.cosmopilot.templates.rendering;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import io.cosmopilot.templates.HostPathPolicy;
import io.cosmopilot.templates.Rendering;
import io.cosmopilot.templates.Variable;
import io.cosmopilot.templates.reading.Manuscript;
import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;

/** Renders one template: fills its places, then sends the documents through every stage. */
final class Renderer {

    private final Manuscript manuscript;
    private final Map<String, Variable> variables;
    private final RandomGenerator random;

    Renderer(Manuscript manuscript, List<Variable> variables, RandomGenerator random) {
        this.manuscript = manuscript;
        this.variables = variables.stream()
                .collect(
                        Collectors.toMap(Variable::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        this.random = random;
    }

    public Map<String, String> complete(Map<String, String> values) {
        var completed = new HashMap<>(values);
        variables.values().forEach(variable -> {
            if (completed.getOrDefault(variable.name(), "").isEmpty()) {
                completed.put(variable.name(), standard(variable));
            }
        });
        return Map.copyOf(completed);
    }

    public Rendering render(Map<String, String> values, HostPathPolicy hostPaths) {
        var findings = new Findings();
        findings.complain(manuscript.complaints());
        var filling = new Filling(manuscript.places(), variables, checked(complete(values), findings), findings);
        var resources = manuscript.documents().stream()
                .map(filling::fill)
                .map(Resource::new)
                .toList();
        for (var stage : Stages.all(hostPaths)) {
            resources = stage.pass(resources, findings);
        }
        return result(resources, findings);
    }

    private static Rendering result(List<Resource> resources, Findings findings) {
        return findings.complaints().isEmpty()
                ? new Rendering.Rendered(
                        resources.stream().map(Resource::toManifest).toList(), findings.notes())
                : new Rendering.Rejected(findings.complaints());
    }

    /** A wrong value is told once, and does not set off complaints at each place where it would stand. */
    private Map<String, String> checked(Map<String, String> values, Findings findings) {
        var checked = new HashMap<>(values);
        variables.values().forEach(variable -> {
            var complaint = variable.check(values.getOrDefault(variable.name(), ""));
            complaint.ifPresent(found -> {
                findings.complain(List.of(found));
                checked.put(variable.name(), harmless(variable));
            });
        });
        return checked;
    }

    private static String harmless(Variable variable) {
        return variable.example().isEmpty()
                        || variable.check(variable.example()).isPresent()
                ? ""
                : variable.example();
    }

    private String standard(Variable variable) {
        if (variable.standard() != null) {
            return variable.standard();
        }
        return variable.generated() ? Secrets.generate(random) : "";
    }
}
