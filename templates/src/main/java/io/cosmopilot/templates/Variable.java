package io.cosmopilot.templates;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Something a person fills in before a template is deployed.
 *
 * @param name as it stands in the template, such as {@code APP_NAME}
 * @param type what values look like
 * @param label a few words for a form
 * @param hint what it is for
 * @param example a value that would do
 * @param standard the value when none is given; null when there is none
 * @param required whether deploying needs a value (after {@code standard} and generation)
 * @param generated whether a missing value is made up by a secure random generator
 * @param options the choices, for {@link VariableType#CHOICE}
 * @param pattern a regular expression the whole value must match, or null
 */
public record Variable(
        String name,
        VariableType type,
        Bilingual label,
        Bilingual hint,
        String example,
        @Nullable String standard,
        boolean required,
        boolean generated,
        List<String> options,
        @Nullable String pattern) {

    public Variable {
        options = List.copyOf(options);
    }

    /** What is wrong with a value, if anything. An empty value is judged by {@link #required()}. */
    public Optional<Complaint> check(String value) {
        return type.check(this, value);
    }

    /** Whether nothing given means nothing to deploy with. */
    boolean missesValue() {
        return required && standard == null && !generated;
    }
}
