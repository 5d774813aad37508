package io.cosmopilot.conversations.releasing;

import java.util.List;

import io.cosmopilot.templates.Variable;

/**
 * A template that a person wrote.
 *
 * @param title in the author's own language
 * @param variables those that the author has described
 * @param shared whether it is everybody's
 */
public record Written(String owner, String name, String title, String yaml, List<Variable> variables, boolean shared) {
    public Written {
        variables = List.copyOf(variables);
    }
}
