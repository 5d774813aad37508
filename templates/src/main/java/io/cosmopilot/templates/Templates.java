package io.cosmopilot.templates;

import java.security.SecureRandom;

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
}
