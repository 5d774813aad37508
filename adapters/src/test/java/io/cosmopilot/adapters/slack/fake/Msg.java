package io.cosmopilot.adapters.slack.fake;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A message as it is shown now. */
public final class Msg {

    final String channel;
    final String ts;
    final @Nullable String thread;
    final String key;
    private final AtomicInteger edits = new AtomicInteger();
    volatile String text;
    private volatile JsonNode blocks;

    Msg(String channel, String ts, @Nullable String thread, String key, String text, JsonNode blocks) {
        this.channel = channel;
        this.ts = ts;
        this.thread = thread;
        this.key = key;
        this.text = text;
        this.blocks = blocks;
    }

    void edit(String newText, JsonNode newBlocks) {
        text = newText;
        blocks = newBlocks;
        edits.incrementAndGet();
    }

    /** All that can be read, buttons included. */
    public String shown() {
        return text + " " + blocks;
    }

    public int edits() {
        return edits.get();
    }

    /** Its remote id. */
    public String ts() {
        return ts;
    }

    /** The remote id of the message below which it stands. */
    public @Nullable String thread() {
        return thread;
    }

    public JsonNode blocks() {
        return blocks;
    }

    /** The button whose choice or label this is. */
    public Optional<JsonNode> button(String choice) {
        return elements(blocks).filter(element -> means(element, choice)).findFirst();
    }

    private static boolean means(JsonNode button, String choice) {
        String value = button.path("value").asString("");
        return value.endsWith("|" + choice)
                || value.endsWith(":" + choice)
                || button.path("text").path("text").asString("").equals(choice);
    }

    JsonNode select() {
        return elements(blocks).filter(Msg::isSelect).findFirst().orElseThrow(this::noSelect);
    }

    String selectBlock() {
        return blocks.valueStream()
                .filter(block -> block.path("elements").valueStream().anyMatch(Msg::isSelect))
                .findFirst()
                .orElseThrow(this::noSelect)
                .get("block_id")
                .asString();
    }

    private static Stream<JsonNode> elements(JsonNode blocks) {
        return blocks.valueStream().flatMap(block -> block.path("elements").valueStream());
    }

    private static boolean isSelect(JsonNode element) {
        return element.path("type").asString("").equals("external_select");
    }

    private AssertionError noSelect() {
        return new AssertionError("no select in " + this);
    }

    @Override
    public String toString() {
        return text;
    }
}
