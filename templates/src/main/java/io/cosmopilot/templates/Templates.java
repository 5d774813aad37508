package io.cosmopilot.templates;

import java.security.SecureRandom;
import java.util.List;

import io.cosmopilot.templates.rendering.TemplateReader;

/** Reads templates that people write or paste. */
public interface Templates {

    /** The reader as it is used, for those who are not wired by a container. */
    static Templates standard() {
        return new TemplateReader(new SecureRandom());
    }

    /**
     * Reads a template as the platform has always written them: Kubernetes YAML, one or more documents, with
     * {@code {{ NAME }}} places. Never fails: what is wrong with the text is told by {@link Template#render}.
     *
     * @param name the name to give it
     * @param yaml the text, at most 256 KiB
     */
    Template read(String name, String yaml);

    /**
     * As {@link #read(String, String)}, with what its author says about it.
     *
     * @param declared the variables that are described; others are found as before
     */
    Template read(String name, Bilingual title, String yaml, List<Variable> declared);
}
