package io.cosmopilot.adapters.discord;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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

import io.cosmopilot.adapters.discord.fake.Limits;
import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Address;
import io.cosmopilot.conversations.Address.Audience;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Message.Author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Every block in both languages, compared with files in {@code src/test/resources/discord}. With {@code
 * -Dgolden=write}, or {@code COSMOPILOT_GOLDEN=write} around the build, they are written anew.
 */
class RenderingTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT)
            .build();
    private static final Path GOLDEN = Path.of("src/test/resources/discord");
    private static final UUID CONVERSATION = UUID.fromString("6f1f6c2e-0b4e-4b7d-9d0e-3c1c2b7f8a90");

    static Stream<Sample> samples() {
        return Stream.of(Locale.ENGLISH, Locale.CHINESE)
                .flatMap(locale -> Samples.all(locale).entrySet().stream()
                        .map(sample -> new Sample(sample.getKey(), locale, sample.getValue())));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void looksAsItShould(Sample sample) throws IOException {
        Address to = sample.name.startsWith("support") ? address(Audience.AGENTS) : address(Audience.PERSON);
        String json = JSON.writeValueAsString(ordered(rendered(sample.blocks, to, sample.locale, Author.BOT))) + "\n";
        Path golden = GOLDEN.resolve(sample.locale.getLanguage()).resolve(sample.name + ".json");

        if ("write".equals(System.getProperty("golden", System.getenv("COSMOPILOT_GOLDEN")))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, json);
        }
        assertThat(json).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void keepsTheLimitsOfThePlatform(Sample sample) {
        Address to = sample.name.startsWith("support") ? address(Audience.AGENTS) : address(Audience.PERSON);
        within(rendered(sample.blocks, to, sample.locale, Author.BOT));
    }

    @Test
    void nothingIsTooMuch() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            List<Block> blocks = Samples.wild(random);
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
        Message message = new Message(12, 0, author, "we*i_", Instant.EPOCH, null, null, blocks);
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

    private static Address address(Audience audience) {
        return new Address(CONVERSATION.toString(), "1", null, null, audience, Locale.ENGLISH, "key", false);
    }

    /** What is rendered, and its golden file's name. */
    record Sample(String name, Locale locale, List<Block> blocks) {
        @Override
        public String toString() {
            return name + " " + locale.getLanguage();
        }
    }
}
