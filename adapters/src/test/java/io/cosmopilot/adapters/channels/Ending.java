package io.cosmopilot.adapters.channels;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Message.Author;

/** What was said, a line each: enough to see a difference, and nothing that differs from run to run. */
final class Ending {

    private static final int LONGEST = 100;

    private Ending() {}

    /** From the person's first words on: the web chat greets whoever comes, other channels wait for a word. */
    static List<String> said(List<Message> messages) {
        return messages.stream()
                .dropWhile(message -> message.author() != Author.PERSON)
                .map(Ending::line)
                .toList();
    }

    private static String line(Message message) {
        String where = message.flow() == null ? "" : " (" + message.flow() + ")";
        return message.author().name().toLowerCase(Locale.ROOT) + where + ": "
                + message.blocks().stream().map(Ending::shown).collect(Collectors.joining(" "));
    }

    private static String shown(Block block) {
        return switch (block) {
            case Block.Text text -> first(text.text());
            case Block.Choices choices -> ids(choices.choices());
            case Block.Form form ->
                form.fields().stream().map(Block.Field::name).toList().toString();
            case Block.Confirm confirm -> first(confirm.text()) + " " + ids(confirm.choices());
            case Block.Progress progress -> progress.title() + " " + progress.state();
            case Block.Status status -> status.rows().toString();
            case Block.Code code -> "```" + first(code.text()) + "```";
            case Block.Link link -> "→ " + link.label();
            case Block.Request request -> request.title() + " " + request.state() + " " + ids(request.choices());
            case Block.Rating rating -> ids(rating.choices());
        };
    }

    private static String ids(List<Block.Choice> choices) {
        return choices.stream()
                .map(Block.Choice::id)
                .map(id -> id.replaceAll("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}", "…"))
                .toList()
                .toString();
    }

    private static String first(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
