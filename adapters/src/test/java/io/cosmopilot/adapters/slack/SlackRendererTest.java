package io.cosmopilot.adapters.slack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.adapters.blocks.Golden;
import io.cosmopilot.adapters.blocks.Sample;
import io.cosmopilot.adapters.blocks.Wild;
import io.cosmopilot.adapters.slack.fake.SlackLimits;
import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Address.Audience;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Message.Author;

import static org.assertj.core.api.Assertions.assertThat;

/** What people see on Slack, block by block, in both languages. */
class SlackRendererTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Stream<Sample> samples() {
        return Golden.samples();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void looksAsItDid(Sample sample) throws IOException {
        Words words = words(sample.locale());
        Rendered rendered = rendered(sample.locale(), sample.audience(), sample.blocks());
        Map<String, Object> shown = Kit.object("text", rendered.text(), "blocks", rendered.blocks());
        if (!rendered.files().isEmpty()) {
            shown.put("files", rendered.files());
        }
        sample.blocks().stream()
                .filter(Block.Form.class::isInstance)
                .map(Block.Form.class::cast)
                .forEach(form -> shown.put("modal", SlackForms.modal(form, "carried", words)));

        Golden.compare("slack", sample, JSON.writeValueAsString(shown));
        within(rendered);
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void nothingIsTooMuch(Audience audience) {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            within(rendered(Locale.CHINESE, audience, Wild.blocks(random)));
        }
    }

    @ParameterizedTest
    @EnumSource(Audience.class)
    void muchTooMuchIsNotTooMuchEither(Audience audience) {
        List<Block> many = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            many.add(new Block.Text("<&> " + "长".repeat(200)));
            many.add(new Block.Choices(choices(9)));
        }
        List<List<Block>> extremes = List.of(
                many,
                List.of(new Block.Text("a & b ".repeat(1_400))),
                List.of(new Block.Choices(choices(200)), new Block.Choices(choices(200))),
                List.of(new Block.Choices(List.of(Block.Choice.of("x".repeat(2_500), "long")))),
                List.of(new Block.Link("https://example.com/" + "p".repeat(3_000), "long")),
                List.of(new Block.Code("yaml", "line\n".repeat(40_000))),
                List.of(new Block.Status(IntStream.range(0, 300)
                        .mapToObj(i -> new Block.Row("app" + i, "failed", "why ".repeat(90)))
                        .toList())),
                List.of(new Block.Text("🙂".repeat(4_000))));
        extremes.forEach(blocks -> within(rendered(Locale.ENGLISH, audience, blocks)));
    }

    @Test
    void noFormIsTooMuch() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            Block.Form form = Wild.form(random);
            if (!form.fields().isEmpty()) {
                assertThat(SlackLimits.viewFault(
                                JSON.valueToTree(SlackForms.modal(form, "carried", words(Locale.CHINESE)))))
                        .isEmpty();
            }
        }
    }

    @Test
    void nothingOfALongTextIsLost() {
        String text = IntStream.range(0, 3_000).mapToObj(i -> "word" + i + " ").reduce("", String::concat);

        StringBuilder read = new StringBuilder();
        JSON.<JsonNode>valueToTree(rendered(Locale.ENGLISH, Audience.PERSON, List.of(new Block.Text(text)))
                        .blocks())
                .forEach(block -> read.append(block.path("text").path("text").asString()));

        assertThat(read.toString().replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }

    @Test
    void nothingOfALongStatusIsLost() {
        List<Block.Row> rows = IntStream.range(0, 60)
                .mapToObj(i -> new Block.Row("app" + i, "failed", "because ".repeat(80) + "end" + i + "."))
                .toList();

        String read = rendered(Locale.ENGLISH, Audience.PERSON, List.of(new Block.Status(rows)))
                .blocks()
                .toString();

        IntStream.range(0, 60).forEach(i -> assertThat(read).contains("end" + i + "."));
    }

    @Test
    void whatAMessageCannotHoldIsAFileAndItsButtonsStay() {
        List<Block> many = new ArrayList<>();
        IntStream.range(0, 80).forEach(i -> many.add(new Block.Text("paragraph " + i + ".")));
        many.add(new Block.Choices(choices(3)));

        Rendered rendered = rendered(Locale.ENGLISH, Audience.PERSON, many);

        String all = rendered.blocks().toString() + rendered.files();
        IntStream.range(0, 80).forEach(i -> assertThat(all).contains("paragraph " + i + "."));
        assertThat(rendered.blocks().toString()).contains("Choice 1", "Choice 2", "Choice 3");
    }

    @Test
    void makesWhatIsLongAFile() {
        Rendered rendered = rendered(
                Locale.ENGLISH, Audience.PERSON, List.of(new Block.Code("yaml", "kind: ConfigMap\n".repeat(500))));
        assertThat(rendered.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).endsWith(".yaml");
            assertThat(file.content()).hasSize(8_000);
        });
    }

    @Test
    void whoeverDecidesCanReadAllThatIsDecided() {
        String template = "kind: ConfigMap\n".repeat(500) + "last: line";
        Block request = new Block.Request(
                "1", "A template", "requested", List.of(new Block.Fact("Template", template)), choices(2));

        Rendered rendered = rendered(Locale.ENGLISH, Audience.AGENTS, List.of(request));

        assertThat(rendered.files())
                .singleElement()
                .satisfies(file -> assertThat(file.content()).isEqualTo(template));
    }

    @Test
    void readsItsOwnButtonsAndNobodyElses() {
        Press press = Press.of("7b0c", 12, "change:a|b");
        assertThat(Press.parse(press.toString())).contains(press);
        assertThat(Press.parse(Press.ofAgents("approval:1:deny").toString()))
                .contains(Press.ofAgents("approval:1:deny"));
        assertThat(Press.parse("x|1|2|3")).isEmpty();
        assertThat(Press.parse("p|1|two|3")).isEmpty();
        assertThat(Press.parse("")).isEmpty();
    }

    @Test
    void noSecretIsShownAgain() {
        Block.Field secret =
                new Block.Field("password", Block.Kind.SECRET, "Password", null, true, "s3cret", null, null);
        Map<String, Object> modal =
                SlackForms.modal(new Block.Form("Form", "Go", List.of(secret)), "", words(Locale.ENGLISH));

        assertThat(JSON.writeValueAsString(modal)).doesNotContain("s3cret");
    }

    private static void within(Rendered rendered) {
        assertThat(SlackLimits.fault(JSON.valueToTree(rendered.blocks()))).isEmpty();
        assertThat(rendered.text()).isNotBlank().hasSizeLessThanOrEqualTo(4_000);
    }

    private static List<Block.Choice> choices(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Block.Choice.of("id" + i, "Choice " + i))
                .toList();
    }

    private static Rendered rendered(Locale locale, Audience audience, List<Block> blocks) {
        return SlackRenderer.render(
                Sample.address(audience, locale),
                Sample.message(blocks, Author.BOT),
                words(locale),
                path -> "https://portal.example.com" + path);
    }

    private static Words words(Locale locale) {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename("messages/adapters");
        source.setDefaultEncoding("UTF-8");
        source.setAlwaysUseMessageFormat(true);
        source.setFallbackToSystemLocale(false);
        return new Words(source, locale);
    }
}
