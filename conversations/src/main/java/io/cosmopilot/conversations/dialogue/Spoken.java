package io.cosmopilot.conversations.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.engine.Words;
import io.cosmopilot.conversations.turns.Choices;

/**
 * What a person did, as the transcript tells it: a button by its label, a form by its fields, secrets never.
 *
 * @param message that shows the button or form, or null when there is none
 */
record Spoken(List<Block> blocks, @Nullable Message message) {

    private static final String HIDDEN = "••••••";

    static Spoken of(Incoming incoming, LongFunction<Optional<Message>> messages, Words words) {
        return switch (incoming) {
            case Incoming.Said said -> plain(said.text(), null);
            case Incoming.Attached attached -> plain(words.say("conversations.attached", attached.text()), null);
            case Incoming.Chose chose -> chosen(chose, messages.apply(chose.seq()));
            case Incoming.Submitted submitted -> filledIn(submitted, messages.apply(submitted.seq()));
        };
    }

    private static Spoken chosen(Incoming.Chose chose, Optional<Message> message) {
        String label = message.stream()
                .flatMap(found -> Choices.of(found.blocks()).stream())
                .filter(choice -> choice.id().equals(chose.choice()) && choice.label() != null)
                .map(Block.Choice::label)
                .findFirst()
                .orElse(chose.choice());
        return plain(label, message.orElse(null));
    }

    private static Spoken filledIn(Incoming.Submitted submitted, Optional<Message> message) {
        Map<String, Block.Field> fields = message.stream()
                .flatMap(found -> found.blocks().stream())
                .filter(Block.Form.class::isInstance)
                .flatMap(form -> ((Block.Form) form).fields().stream())
                .collect(Collectors.toMap(Block.Field::name, field -> field, (first, second) -> first));
        String text = submitted.fields().entrySet().stream()
                .filter(entry ->
                        fields.containsKey(entry.getKey()) && !entry.getValue().isEmpty())
                .map(entry -> told(fields.get(entry.getKey()), entry.getValue()))
                .sorted()
                .collect(Collectors.joining("\n"));
        return plain(text.isEmpty() ? "✓" : text, message.orElse(null));
    }

    private static String told(Block.@Nullable Field field, String value) {
        if (field == null) {
            return "";
        }
        return field.label() + ": " + (field.kind() == Block.Kind.SECRET ? HIDDEN : value);
    }

    private static Spoken plain(String text, @Nullable Message message) {
        return new Spoken(List.of(new Block.Text(text)), message);
    }
}
