package io.cosmopilot.adapters.discord;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.adapters.blocks.Golden;
import io.cosmopilot.adapters.blocks.Sample;
import io.cosmopilot.adapters.blocks.Wild;
import io.cosmopilot.adapters.discord.fake.Limits;
import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Address;
import io.cosmopilot.conversations.Address.Audience;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Message.Author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** What people see on Discord, block by block, in both languages. */
class RenderingTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT)
            .build();
    private static final Key.Fill FILL = new Key.Fill(new UUID(6, 0), 12, 0);

    static Stream<Sample> samples() {
        return Golden.samples();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void looksAsItShould(Sample sample) throws IOException {
        List<JsonNode> messages = rendered(sample.blocks(), sample.address(), sample.locale(), Author.BOT);
        List<JsonNode> shown = new ArrayList<>(messages);
        sample.blocks().stream()
                .filter(Block.Form.class::isInstance)
                .map(Block.Form.class::cast)
                .flatMap(form -> modals(form, sample.locale()))
                .forEach(shown::add);

        Golden.compare("discord", sample, JSON.writeValueAsString(ordered(shown)));
        within(messages);
    }

    @Test
    void noFormIsTooMuch() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            modals(Wild.form(random), Locale.CHINESE).forEach(Limits::modal);
        }
    }

    @Test
    void whoeverDecidesCanReadAllThatIsDecided() {
        String template = "kind: ConfigMap\n".repeat(500) + "last: line";
        List<Block.Fact> facts = new ArrayList<>(List.of(new Block.Fact("Template", template)));
        IntStream.range(0, 40).forEach(i -> facts.add(new Block.Fact("Fact " + i, "value " + i + ".")));
        Block request = new Block.Request("1", "A template", "requested", facts, List.of());

        String all = rendered(List.of(request), address(Audience.AGENTS), Locale.ENGLISH, Author.BOT)
                .toString();

        assertThat(all).contains("last: line");
        IntStream.range(0, 40).forEach(i -> assertThat(all).contains("value " + i + "."));
    }

    @Test
    void nothingIsTooMuch() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            List<Block> blocks = Wild.blocks(random);
            assertThatCode(() -> within(rendered(blocks, address(Audience.PERSON), Locale.CHINESE, Author.BOT)))
                    .as(() -> String.valueOf(blocks))
                    .doesNotThrowAnyException();
            assertThatCode(() -> within(rendered(blocks, address(Audience.AGENTS), Locale.ENGLISH, Author.PERSON)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void nothingOfALongTextIsLost() {
        String text = IntStream.range(0, 2000)
                .mapToObj(i -> "word" + i)
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();

        StringBuilder read = new StringBuilder();
        rendered(List.of(new Block.Text(text)), address(Audience.PERSON), Locale.ENGLISH, Author.BOT)
                .forEach(message ->
                        read.append(message.path("content").asString()).append(' '));

        assertThat(read.toString().strip()).isEqualTo(text);
    }

    @Test
    void anEndlessLineThatOpensABlockOfCodeComesToAnEnd() {
        String line = "```" + "x".repeat(7000);

        List<JsonNode> messages =
                rendered(List.of(new Block.Text(line)), address(Audience.AGENTS), Locale.ENGLISH, Author.PERSON);

        within(messages);
        assertThat(messages).hasSizeBetween(4, 6);
    }

    @Test
    void nobodyIsCalledByWhatIsSaid() {
        JsonNode message = rendered(
                        List.of(new Block.Text("@everyone <@123456789012345678> look")),
                        address(Audience.PERSON),
                        Locale.ENGLISH,
                        Author.BOT)
                .get(0);

        assertThat(message.path("allowed_mentions").path("parse")).isEmpty();
    }

    @Test
    void agentsSeeWhoSpeaksAndNamesAreNoMarkdown() {
        JsonNode message = rendered(
                        List.of(new Block.Text("hello")), address(Audience.AGENTS), Locale.ENGLISH, Author.PERSON)
                .get(0);

        assertThat(message.path("content").asString()).isEqualTo("**we\\*i\\_**\n\nhello");
    }

    private static List<JsonNode> rendered(List<Block> blocks, Address to, Locale locale, Author author) {
        Message message = Sample.message(blocks, author);
        List<JsonNode> all = new ArrayList<>();
        for (MessageCreateData data : Rendering.of(message, to, new Words(Stage.messages(), locale))) {
            ObjectNode json = (ObjectNode) JSON.readTree(data.toData().toJson());
            json.remove(List.of("flags", "tts", "enforce_nonce", "poll"));
            ArrayNode files = json.putArray("files");
            data.getFiles().forEach(file -> files.add(file.getName() + ":\n" + content(file)));
            all.add(json);
        }
        return all;
    }

    private static String content(FileUpload file) {
        try (InputStream content = file.getData()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void within(List<JsonNode> messages) {
        assertThat(messages).isNotEmpty();
        messages.forEach(message -> Limits.check(message));
    }

    /** Numbers of files change nothing that people see. */
    private static Object ordered(List<JsonNode> messages) {
        return messages.stream()
                .map(message -> JSON.treeToValue(message, Map.class))
                .toList();
    }

    private static Stream<JsonNode> modals(Block.Form form, Locale locale) {
        return IntStream.range(0, Modals.parts(form).size())
                .mapToObj(part -> Modals.of(form, part, FILL, Map.of(), new Words(Stage.messages(), locale)))
                .map(modal -> JSON.readTree(modal.toData().toJson()));
    }

    private static Address address(Audience audience) {
        return Sample.address(audience, Locale.ENGLISH);
    }
}
