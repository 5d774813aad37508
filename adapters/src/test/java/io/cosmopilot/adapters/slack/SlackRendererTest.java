package io.cosmopilot.adapters.slack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Address;
import io.cosmopilot.conversations.Address.Audience;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Message.Author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** What people see on Slack, block by block, in both languages; {@code -Dcosmopilot.golden=write} writes it anew. */
class SlackRendererTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/slack");
    private static final List<Block.State> STATES = List.of(Block.State.values());
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @TestFactory
    Stream<DynamicTest> looksAsItDid() {
        return Stream.of(Locale.ENGLISH, Locale.CHINESE)
                .flatMap(locale -> messages().entrySet().stream()
                        .map(entry -> dynamicTest(
                                entry.getKey() + " " + locale,
                                () -> compare(entry.getKey(), locale, entry.getValue()))));
    }

    @Test
    void neverExceedsWhatSlackShows() {
        List<Block> many = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            many.add(new Block.Text("<&> " + "长".repeat(200)));
        }
        List<List<Block>> extremes = List.of(
                many,
                List.of(new Block.Text("a & b ".repeat(1_400))),
                List.of(new Block.Choices(choices(200))),
                List.of(new Block.Choices(choices(9))),
                List.of(new Block.Code("yaml", "line\n".repeat(40_000))),
                List.of(new Block.Status(rows(300))),
                List.of(new Block.Progress("p".repeat(4_000), Block.State.RUNNING, steps(100))),
                List.of(new Block.Text("🙂".repeat(4_000))));
        for (Audience audience : Audience.values()) {
            for (List<Block> blocks : extremes) {
                assertThat(SlackLimits.fault(JSON.valueToTree(
                                rendered(Locale.ENGLISH, audience, blocks).blocks())))
                        .isEmpty();
            }
        }
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
    void makesEveryKindOfFieldAnInput() {
        Map<String, Object> modal = SlackForms.modal(form(), "p|c|3|", words(Locale.ENGLISH));
        assertThat(SlackLimits.viewFault(JSON.valueToTree(modal))).isEmpty();
        assertThat(JSON.writeValueAsString(modal))
                .contains("plain_text_input", "number_input", "checkboxes", "static_select")
                .contains("This name is taken")
                .doesNotContain("s3cret");
    }

    private static void compare(String name, Locale locale, List<Block> blocks) throws IOException {
        Rendered rendered = rendered(locale, name.endsWith("for-agents") ? Audience.AGENTS : Audience.PERSON, blocks);
        String json = JSON.writeValueAsString(Kit.object("text", rendered.text(), "blocks", rendered.blocks())) + "\n";
        Path file = GOLDEN.resolve(name + "." + locale.getLanguage() + ".json");
        if ("write".equals(System.getProperty("cosmopilot.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, json);
        }
        assertThat(json).isEqualTo(Files.readString(file));
        assertThat(SlackLimits.fault(JSON.valueToTree(rendered.blocks()))).isEmpty();
    }

    private static Map<String, List<Block>> messages() {
        Map<String, List<Block>> messages = new LinkedHashMap<>();
        messages.put(
                "text",
                List.of(
                        new Block.Text(
                                "**Hello** *you*, a < b & `kubectl get <pod>`\n\n- one\n- [two](https://example.com/a?b=1&c=2)\n# Heading")));
        messages.put("choices", List.of(new Block.Choices(choices(3))));
        messages.put("choices-many", List.of(new Block.Choices(choices(40))));
        messages.put("form", List.of(form()));
        messages.put("confirm", List.of(new Block.Confirm("Shall I?", choices(2))));
        messages.put("progress", List.of(new Block.Progress("blog", Block.State.RUNNING, steps(4))));
        messages.put("status", List.of(new Block.Status(rows(4))));
        messages.put("code", List.of(new Block.Code("yaml", "kind: Service\nname: <blog> & more")));
        messages.put("code-long", List.of(new Block.Code("log", "one line of the log\n".repeat(400))));
        messages.put("link", List.of(new Block.Link("https://blog.example.com/", "Open blog")));
        messages.put("link-portal", List.of(new Block.Link("/desk#conversation=1", "Open at the desk")));
        messages.put("approval", List.of(request()));
        messages.put("approval-for-agents", List.of(request()));
        messages.put("rating", List.of(new Block.Rating(choices(2))));
        return messages;
    }

    private static Block.Request request() {
        return new Block.Request(
                "0b8f3c1e-0000-4000-8000-000000000001",
                "Wei asks for the space kstore",
                "requested",
                List.of(new Block.Fact("Purpose", "images of <our> shop"), new Block.Fact("Quota", "20 GiB")),
                List.of(
                        new Block.Choice("approve", "Approve", Block.Style.PRIMARY),
                        new Block.Choice("deny", "Refuse", Block.Style.DANGER)));
    }

    private static Block.Form form() {
        return new Block.Form(
                "The parameters of a template with a long name",
                "Go on",
                List.of(
                        field("name", Block.Kind.TEXT, "blog", "This name is taken"),
                        field("password", Block.Kind.SECRET, "s3cret", null),
                        field("replicas", Block.Kind.NUMBER, 2, null),
                        field("tls", Block.Kind.BOOLEAN, true, null),
                        new Block.Field("size", Block.Kind.CHOICE, "Size", null, true, "id2", choices(3), null),
                        field("file", Block.Kind.FILE, null, null)));
    }

    private static Block.Field field(
            String name,
            Block.Kind kind,
            @org.jspecify.annotations.Nullable Object value,
            @org.jspecify.annotations.Nullable String error) {
        return new Block.Field(name, kind, "Label of " + name, "hint", true, value, null, error);
    }

    private static List<Block.Choice> choices(int count) {
        return Stream.iterate(1, i -> i + 1)
                .limit(count)
                .map(i -> new Block.Choice("id" + i, "Choice " + i, i == 1 ? Block.Style.PRIMARY : null))
                .toList();
    }

    private static List<Block.Row> rows(int count) {
        List<String> health = List.of("healthy", "progressing", "failed", "stopped");
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> new Block.Row("app" + i, health.get(i % 4), i + "/2"))
                .toList();
    }

    private static List<Block.Step> steps(int count) {
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> new Block.Step("Step " + i, STATES.get(i % 4), i == 3 ? "0/2 <ready>" : null))
                .toList();
    }

    private static Rendered rendered(Locale locale, Audience audience, List<Block> blocks) {
        Message message = new Message(7, 0, Author.BOT, "Cosmopilot", Instant.EPOCH, null, null, blocks);
        Address to = new Address("c0ffee", "U1", null, null, audience, locale, "k", false);
        return SlackRenderer.render(to, message, words(locale), path -> "https://portal.example.com" + path);
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
