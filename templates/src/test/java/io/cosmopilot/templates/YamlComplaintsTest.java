package io.cosmopilot.templates;

import java.util.Map;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import static io.cosmopilot.templates.RenderingAssert.assertThat;

/** Mistakes in the text itself, with the place where a person finds them. */
class YamlComplaintsTest {

    private static final String GOOD = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
            """;

    private static RenderingAssert render(String yaml) {
        return assertThat(Templates.standard().read("test", yaml).render(Map.of()));
    }

    @Test
    void nothing() {
        render("").complainsOnly("empty@1:1");
        render("# only a comment\n---\n").complainsOnly("empty@1:1");
    }

    @Test
    void nonsense() {
        render("hello, please deploy my shop").complainsOnly("yaml.no-object@1:1");
        render("- a\n- b").complainsOnly("yaml.no-object@1:1");
        render("<html><body>502</body></html>").complainsOnly("yaml.no-object@1:1");
    }

    @Test
    void tabs() {
        render("apiVersion: v1\nkind: ConfigMap\nmetadata:\n\tname: x\n").complainsOnly("yaml.tab@4:1");
    }

    @Test
    void wrongIndentation() {
        render("apiVersion: v1\nmetadata:\n    name: x\n  labels: {}\n").complainsOnly("yaml.indent@4:3");
        render("apiVersion: v1\nkind: Service\n  metadata: x\n").complainsOnly("yaml.indent@3:11");
    }

    @Test
    void missingColon() {
        render("apiVersion: v1\nkind ConfigMap\nmetadata:\n").complainsOnly("yaml.colon@3:1");
    }

    @Test
    void unclosedQuotesAndBrackets() {
        render("kind: \"ConfigMap\n").complains("yaml.unclosed");
        render("kind: [a, b\nmetadata: x\n").complains("yaml.unclosed");
    }

    @Test
    void valuesThatCannotBegin() {
        render("kind: @x\n").complainsOnly("yaml.start@1:7");
    }

    @Test
    void invisibleCharacters() {
        render("kind: x\ny: a\0b\n").complainsOnly("yaml.character@2:5");
    }

    @Test
    void duplicateKeys() {
        render(GOOD + "kind: Secret\n").complainsOnly("yaml.duplicate-key@5:1");
    }

    @Test
    void everyDocumentIsLookedAt() {
        render("kind: @x\n---\n" + GOOD + "---\nkind: 'x\n---\n\tx: y\n")
                .complainsOnly("yaml.start@1:7", "yaml.unclosed@8:9", "yaml.tab@10:1");
    }

    @Test
    void columnsAreThoseOfTheTextWithItsPlaces() {
        render(GOOD + "data: {a: '{{ A }}', a: '{{A}}', b: {{ LONG_NAME }}, a: x}\n")
                .complains("yaml.duplicate-key", "a");
        render(GOOD + "data: {a: '{{ A }}{{ BB }}', a: x}\n")
                .complainsOnly("value.missing", "value.missing", "yaml.duplicate-key@5:30");
    }

    @Test
    void aliases() {
        render(GOOD + "data: *nothing\n").complainsOnly("yaml.alias@5:7");
        render(GOOD + "data: &a {x: *a}\n").complainsOnly("yaml.alias@5:14");
        render(GOOD + "data: {a: &v text, b: *v}\n").isRendered();
    }

    @Test
    void mergeKeys() {
        var rendered = render(GOOD.replace("metadata:", "metadata: &m") + "data: {b: x}\n---\n"
                + "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  <<: {name: other, labels: {a: b}}\n  name: mine\n");
        Assertions.assertThat(rendered.manifests().get(1).content())
                .containsEntry("metadata", Map.of("name", "mine", "labels", Map.of("a", "b")));
        render(GOOD + "data: {<<: 3}\n").complainsOnly("yaml.merge@5:8");
    }

    @Test
    void bombs() {
        var bomb = new StringBuilder(GOOD).append("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append("*a%d, ".formatted(i - 1).repeat(10))
                    .append("]\n");
        }
        render(bomb.toString()).complains("yaml.too-many");
        render("x: " + "[".repeat(100_000)).complains("yaml.too-deep");
        render("{".repeat(100_000)).complains("place.expression");
        render("- ".repeat(50_000)).complains("yaml.too-deep");
        render("a: x\n".repeat(60_000)).complainsOnly("yaml.too-large@1:1");
    }

    @Test
    void tags() {
        render(GOOD + "data: {a: !!str 3, b: !secret x}\n").complainsOnly("yaml.tag@5:23");
    }
}
