package io.cosmopilot.templates;

/** Reads templates that people write or paste. */
public interface Templates {

    /**
     * Reads a template as the platform has always written them: Kubernetes YAML, one or more documents, with
     * {@code {{ NAME }}} places. Never fails: what is wrong with the text is told by {@link Template#render}.
     *
     * @param name the name to give it
     * @param yaml the text, at most 256 KiB
     */
    Template read(String name, String yaml);
}
