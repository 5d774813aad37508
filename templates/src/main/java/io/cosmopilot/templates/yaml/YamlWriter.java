package io.cosmopilot.templates.yaml;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Writes plain data as YAML that people and kubectl read alike: block style, quoted only where it has to be. */
public final class YamlWriter {

    private static final int WIDE = 4096;
    private static final String VISIBLE = "[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]";
    private static final Pattern ONE_LINE = Pattern.compile("(?:" + VISIBLE + "| )*+");

    /** Lines that begin and end with something to be seen, so that no reader can take their spaces for indentation. */
    private static final Pattern BLOCK = Pattern.compile(VISIBLE + "[\\n \\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]*+");

    private static final Pattern TRAILING = Pattern.compile(" (?:\\n|\\z)|\\n\\n\\z");

    private YamlWriter() {}

    public static String write(Map<String, ? extends @Nullable Object> content) {
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndent(2)
                .setWidth(WIDE)
                .setSplitLines(false)
                .setDereferenceAliases(true)
                .build();
        var text = new Text();
        new Dump(settings).dumpNode(node(content), text);
        return text.toString();
    }

    private static Node node(@Nullable Object value) {
        return switch (value) {
            case null -> new ScalarNode(Tag.NULL, "null", ScalarStyle.PLAIN);
            case Map<?, ?> map -> mapping(map);
            case Collection<?> items -> sequence(items);
            case Boolean truth -> new ScalarNode(Tag.BOOL, truth.toString(), ScalarStyle.PLAIN);
            case Double number -> new ScalarNode(Tag.FLOAT, number.toString(), ScalarStyle.PLAIN);
            case Number number -> new ScalarNode(Tag.INT, number.toString(), ScalarStyle.PLAIN);
            default -> text(value.toString());
        };
    }

    private static Node mapping(Map<?, ?> map) {
        var fields = map.entrySet().stream()
                .map(field -> new NodeTuple(text(String.valueOf(field.getKey())), node(field.getValue())))
                .toList();
        return new MappingNode(Tag.MAP, fields, fields.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    private static Node sequence(Collection<?> items) {
        var nodes = items.stream().map(YamlWriter::node).toList();
        return new SequenceNode(Tag.SEQ, nodes, nodes.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    private static Node text(String text) {
        return new ScalarNode(Tag.STR, text, style(text));
    }

    /** The emitter itself falls back to quotes where a text cannot be written plain. */
    private static ScalarStyle style(String text) {
        if (text.contains("\n")
                && BLOCK.matcher(text).matches()
                && !TRAILING.matcher(text).find()) {
            return ScalarStyle.LITERAL;
        }
        boolean plain = !PlainScalars.ambiguous(text) && ONE_LINE.matcher(text).matches();
        return plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
    }

    /** Collects what is written. */
    private static final class Text implements StreamDataWriter {
        private final StringBuilder written = new StringBuilder();

        @Override
        public void write(String text) {
            written.append(text);
        }

        @Override
        public void write(String text, int from, int length) {
            written.append(text, from, from + length);
        }

        @Override
        public String toString() {
            return written.toString();
        }
    }
}
