package io.cosmopilot.templates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

import io.cosmopilot.templates.Rendering.Rendered;
import io.cosmopilot.templates.yaml.Mapping;
import io.cosmopilot.templates.yaml.YamlReader;

import static org.assertj.core.api.Assertions.assertThat;

class PropertiesTest {

    private static final String TEMPLATE = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
              annotations:
                note: {{ VALUE }}
            data:
              plain: {{ VALUE }}
              inside: a {{VALUE}} b
              single: '{{ VALUE }}'
              double: "x{{ VALUE }}"
              folded: >-
                {{ VALUE }}
              block: |
                first
                {{ VALUE }}
                last
              flow: {{ VALUE }} # comment
            """;

    private static final Template READ = Templates.standard().read("test", TEMPLATE);

    private static final List<String> PIECES = List.of(
            "{{",
            "}}",
            "{{ APP_NAME }}",
            "{{ X",
            ":",
            ": ",
            "\n",
            "\n  ",
            "\n- ",
            "---\n",
            "...\n",
            "- ",
            "#",
            " #",
            "&a",
            "*a",
            "<<: *a",
            "!!str ",
            "!x ",
            "|",
            ">-",
            "'",
            "\"",
            "[",
            "]",
            "{",
            "}",
            ",",
            "? ",
            "%YAML 1.1\n",
            "\t",
            "\r",
            "\u0085",
            "\u2028",
            "\0",
            "\uFEFF",
            "\uD83D",
            "0644",
            "1e3",
            "yes",
            "null",
            "~",
            "=",
            "apiVersion: v1\n",
            "kind: Service\n",
            "kind: Deployment\n",
            "metadata:\n  name: x\n",
            "spec:\n",
            "  ports:\n",
            "  - port: 80\n",
            "privileged: true",
            "kind: List\nitems:\n- ",
            "汉字",
            "😀",
            "a",
            "\\",
            "$1",
            "@",
            "`");

    @Provide
    Arbitrary<String> nasty() {
        var pieces = Arbitraries.of(PIECES).list().ofMaxSize(40).map(each -> String.join("", each));
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(200));
    }

    @Property(tries = 2000)
    void noValueChangesTheShapeOfADocument(@ForAll("nasty") String value) {
        var values = Map.of("VALUE", value);
        switch (READ.render(values)) {
            case Rendered rendered ->
                assertThat(rendered.manifests()).extracting(Manifest::content).isEqualTo(List.of(expected(value)));
            case Rendering.Rejected rejected ->
                assertThat(rejected.complaints())
                        .allSatisfy(complaint -> assertThat(complaint.code()).startsWith("templates.value."));
        }
    }

    private static Map<String, @Nullable Object> expected(String value) {
        var data = new LinkedHashMap<String, Object>();
        data.put("plain", value);
        data.put("inside", "a " + value + " b");
        data.put("single", value);
        data.put("double", "x" + value);
        data.put("folded", value);
        data.put("block", "first\n" + value + "\nlast\n");
        data.put("flow", value);
        return Map.of(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                Map.of("name", "settings", "annotations", Map.of("note", value)),
                "data",
                data);
    }

    @Property(tries = 3000)
    void noTextIsTooStrangeToBeReadAndRendered(@ForAll("nasty") String text) {
        var template = Templates.standard().read("strange", text);
        assertThat(template.render(Map.of())).isNotNull();
        template.variables()
                .forEach(variable -> assertThat(variable.check(text)).isNotNull());
    }

    /** Parsers read by buffers, of 1025 characters for one: a character of two halves can lie across any border. */
    @Property(generation = GenerationMode.EXHAUSTIVE)
    void aCharacterOutsideTheBasicPlaneIsReadWhereverItStands(@ForAll @IntRange(min = 0, max = 4200) int before) {
        var text = "a".repeat(before) + "🚀";
        assertThat(YamlReader.read("text: " + text).documents())
                .singleElement()
                .isInstanceOfSatisfying(
                        Mapping.class, mapping -> assertThat(mapping.toMap()).isEqualTo(Map.of("text", text)));
    }

    @Property(tries = 1000)
    void noTextBelowAFieldIsTooStrange(@ForAll("nasty") String text) {
        var yaml = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: x\nspec:\n  " + text;
        assertThat(Templates.standard().read("strange", yaml).render(Map.of())).isNotNull();
    }

    @Property(tries = 1000)
    void noWordsAreTooStrangeToSearchWith(@ForAll("nasty") String words) {
        assertThat(SHIPPED.search(words)).isNotNull();
    }

    private static final Catalogue SHIPPED = Catalogue.shipped();

    @Property(tries = 1000)
    void whatIsShownAsYamlReadsTheSame(@ForAll("nasty") String value) {
        if (READ.render(Map.of("VALUE", value)) instanceof Rendered rendered) {
            var shown = rendered.manifests().getFirst().toYaml();
            var documents = YamlReader.read(shown).documents();
            assertThat(documents).hasSize(1);
            assertThat(documents.getFirst())
                    .isInstanceOfSatisfying(
                            Mapping.class,
                            mapping -> assertThat(mapping.toMap()).isEqualTo(expected(value)));
        }
    }
}
