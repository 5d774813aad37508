package io.cosmopilot.deploy.releases;

import java.util.List;

import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.Source;

/** What a release is made of. */
record Recipe(Source source, List<Adjustment> adjustments) {

    /** What stands for a template in the records of what came from none; also a valid label. */
    String template(String otherwise) {
        return switch (source) {
            case Source.Template template -> template.name();
            case Source.Image image -> "image";
            case Source.Yaml yaml -> "yaml";
            case Source.Earlier earlier -> otherwise;
            case Source.Nothing nothing -> otherwise;
        };
    }

    boolean removes() {
        return source instanceof Source.Nothing;
    }

    boolean removesVolumes() {
        return source instanceof Source.Nothing nothing && nothing.volumes();
    }
}
