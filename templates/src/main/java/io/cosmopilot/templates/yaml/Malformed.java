package io.cosmopilot.templates.yaml;

import java.util.LinkedHashMap;
import java.util.Map;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Tells the mistakes that people make in YAML apart, by what the parser says. */
final class Malformed {

    private static final Map<String, String> CODES = new LinkedHashMap<>();

    static {
        CODES.put("\\t", "templates.yaml.tab");
        CODES.put("TAB", "templates.yaml.tab");
        CODES.put("mapping values are not allowed", "templates.yaml.indent");
        CODES.put("bad indentation", "templates.yaml.indent");
        CODES.put("expected <block end>", "templates.yaml.indent");
        CODES.put("sequence entries are not allowed", "templates.yaml.indent");
        CODES.put("could not find expected ':'", "templates.yaml.colon");
        CODES.put("unexpected end of stream", "templates.yaml.unclosed");
        CODES.put("expected ',' or", "templates.yaml.unclosed");
        CODES.put("cannot start any token", "templates.yaml.start");
    }

    private Malformed() {}

    static String code(MarkedYamlEngineException exception) {
        var problem = String.valueOf(exception.getProblem());
        return CODES.entrySet().stream()
                .filter(entry -> problem.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("templates.yaml.malformed");
    }
}
