package io.cosmopilot.templates.rendering;

import java.util.List;
import java.util.Map;

import io.cosmopilot.templates.Bilingual;
import io.cosmopilot.templates.HostPathPolicy;
import io.cosmopilot.templates.Rendering;
import io.cosmopilot.templates.Template;
import io.cosmopilot.templates.Variable;

/** A template that was read from text. */
record WrittenTemplate(String name, Bilingual title, Bilingual description, List<Variable> variables, Renderer renderer)
        implements Template {

    @Override
    public Map<String, String> complete(Map<String, String> values) {
        return renderer.complete(values);
    }

    @Override
    public Rendering render(Map<String, String> values, HostPathPolicy hostPaths) {
        return renderer.render(values, hostPaths);
    }
}
