package io.cosmopilot.adapters.discord;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.actionrow.ActionRowChildComponent;
import net.dv8tion.jda.api.components.attribute.ICustomId;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;

/**
 * Fills messages from top to bottom: text, then embeds, then components, as Discord shows them; what does not fit, or
 * would stand in the wrong order, begins the next message.
 */
final class Sheets {

    /** In all embeds of a message together. */
    private static final int MOST_IN_EMBEDS = 6000;

    private static final int MOST_ROWS = 5;
    private static final int BUTTONS_A_ROW = 5;

    private final List<MessageCreateData> done = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<MessageEmbed> embeds = new ArrayList<>();
    private final List<List<ActionRowChildComponent>> rows = new ArrayList<>();
    private final List<FileUpload> files = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    void say(String markdown) {
        for (String piece : Cut.up(markdown, Message.MAX_CONTENT_LENGTH)) {
            boolean fits = text.length() + 2 + piece.length() <= Message.MAX_CONTENT_LENGTH;
            if (!fits || !embeds.isEmpty() || !rows.isEmpty() || !files.isEmpty()) {
                turn();
            }
            text.append(text.isEmpty() ? "" : "\n\n").append(piece);
        }
    }

    void show(MessageEmbed embed) {
        int length = embeds.stream().mapToInt(Sheets::length).sum();
        if (!rows.isEmpty() || embeds.size() == Message.MAX_EMBED_COUNT || length + length(embed) > MOST_IN_EMBEDS) {
            turn();
        }
        embeds.add(embed);
    }

    /** In UTF-16, which is never less than what Discord counts. */
    private static int length(MessageEmbed embed) {
        Stream<@Nullable String> texts = Stream.concat(
                Stream.of(
                        embed.getTitle(),
                        embed.getDescription(),
                        embed.getFooter() == null ? null : embed.getFooter().getText()),
                embed.getFields().stream().flatMap(field -> Stream.of(field.getName(), field.getValue())));
        return texts.mapToInt(text -> text == null ? 0 : text.length()).sum();
    }

    void add(Button button) {
        String id = button.getCustomId();
        if (id != null && ids.contains(id)) {
            turn();
        }
        if (rows.isEmpty()
                || rows.getLast().size() == BUTTONS_A_ROW
                || rows.getLast().getFirst() instanceof StringSelectMenu) {
            row();
        }
        place(button);
    }

    /** Buttons that follow stand in a row of their own. */
    void add(StringSelectMenu menu) {
        row();
        place(menu);
    }

    void attach(String name, String content) {
        if (!rows.isEmpty() || files.size() == Message.MAX_FILE_AMOUNT) {
            turn();
        }
        files.add(FileUpload.fromData(content.getBytes(StandardCharsets.UTF_8), name));
    }

    /** Rows that can still be added to this message. */
    int rowsLeft() {
        return MOST_ROWS - rows.size();
    }

    List<MessageCreateData> done() {
        turn();
        return List.copyOf(done);
    }

    private void row() {
        if (rows.size() == MOST_ROWS) {
            turn();
        }
        rows.add(new ArrayList<>());
    }

    private void place(ActionRowChildComponent component) {
        rows.getLast().add(component);
        if (component instanceof ICustomId custom && custom.getCustomId() != null) {
            ids.add(custom.getCustomId());
        }
    }

    private void turn() {
        MessageCreateBuilder message = new MessageCreateBuilder()
                .setContent(text.toString())
                .setEmbeds(embeds)
                .setFiles(files)
                .setComponents(rows.stream().map(ActionRow::of).toList())
                // Nobody is called by what somebody else has written.
                .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class));
        if (!message.isEmpty()) {
            done.add(message.build());
        }
        text.setLength(0);
        embeds.clear();
        files.clear();
        rows.clear();
        ids.clear();
    }
}
