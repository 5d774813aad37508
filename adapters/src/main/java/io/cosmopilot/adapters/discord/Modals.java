package io.cosmopilot.adapters.discord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.components.attachmentupload.AttachmentUpload;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.label.LabelChildComponent;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;
import org.jspecify.annotations.Nullable;

import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Block;

/** Forms as Discord asks them: five questions at a time. */
final class Modals {

    private static final int LABEL = 45;
    private static final int DESCRIPTION = 100;
    private static final int LONG = 80;

    private Modals() {}

    /** Secrets come last, so that nothing of them has to be kept between two parts. */
    static List<List<Block.Field>> parts(Block.Form form) {
        List<Block.Field> order = new ArrayList<>();
        form.fields().stream()
                .filter(field -> field.kind() != Block.Kind.SECRET)
                .forEach(order::add);
        form.fields().stream()
                .filter(field -> field.kind() == Block.Kind.SECRET)
                .forEach(order::add);
        List<List<Block.Field>> parts = new ArrayList<>();
        for (int from = 0; from < order.size(); from += Modal.MAX_COMPONENTS) {
            parts.add(List.copyOf(order.subList(from, Math.min(order.size(), from + Modal.MAX_COMPONENTS))));
        }
        return parts;
    }

    /** One part of a form, with what is filled in already. */
    static Modal of(Block.Form form, int part, Key key, Map<String, String> filled, Words words) {
        List<List<Block.Field>> parts = parts(form);
        String place = parts.size() == 1 ? "" : " (%d/%d)".formatted(part + 1, parts.size());
        String title = form.title().isBlank() ? "…" : form.title();
        Modal.Builder modal = Modal.create(key.id(), Cut.off(title, Modal.MAX_TITLE_LENGTH - place.length()) + place);
        parts.get(part).forEach(field -> modal.addComponents(label(field, filled.get(field.name()), words)));
        return modal.build();
    }

    private static Label label(Block.Field field, @Nullable String filled, Words words) {
        String error = field.error();
        String hint = error != null ? "⚠️ " + error : Objects.requireNonNullElse(field.hint(), "");
        if (field.label().length() > LABEL) {
            hint = field.label() + (hint.isBlank() ? "" : " · " + hint);
        }
        if (hint.isBlank() && field.kind() == Block.Kind.SECRET) {
            hint = words.of("adapters.discord.secret");
        }
        String value = filled != null ? filled : field.value() == null ? "" : String.valueOf(field.value());
        return Label.of(
                Cut.off(field.label().isBlank() ? field.name() : field.label(), LABEL),
                hint.isBlank() ? null : Cut.off(hint, DESCRIPTION),
                input(field, value, words));
    }

    private static LabelChildComponent input(Block.Field field, String value, Words words) {
        List<Block.Choice> options = options(field, words);
        return switch (field.kind()) {
            case FILE ->
                AttachmentUpload.create(field.name())
                        .setRequired(field.required())
                        .setMinValues(field.required() ? 1 : 0)
                        .setMaxValues(1)
                        .build();
            case CHOICE, BOOLEAN ->
                options.isEmpty() || options.size() > StringSelectMenu.OPTIONS_MAX_AMOUNT
                        ? typed(field, value)
                        : select(field, options, value);
            case TEXT, SECRET, NUMBER -> typed(field, value);
        };
    }

    private static List<Block.Choice> options(Block.Field field, Words words) {
        if (field.kind() == Block.Kind.BOOLEAN) {
            return List.of(
                    Block.Choice.of("true", words.of("adapters.discord.yes")),
                    Block.Choice.of("false", words.of("adapters.discord.no")));
        }
        return Objects.requireNonNullElse(field.options(), List.of());
    }

    private static LabelChildComponent select(Block.Field field, List<Block.Choice> options, String value) {
        StringSelectMenu.Builder menu = StringSelectMenu.create(field.name())
                .setRequired(field.required())
                .setRequiredRange(field.required() ? 1 : 0, 1);
        for (int i = 0; i < options.size(); i++) {
            Block.Choice option = options.get(i);
            String label = Objects.requireNonNullElse(option.label(), option.id());
            boolean fits = option.id().length() <= SelectOption.VALUE_MAX_LENGTH;
            menu.addOptions(SelectOption.of(
                            Cut.off(label.isBlank() ? option.id() : label, SelectOption.LABEL_MAX_LENGTH),
                            fits ? option.id() : "#" + i)
                    .withDefault(option.id().equals(value)));
        }
        return menu.build();
    }

    private static LabelChildComponent typed(Block.Field field, String value) {
        boolean lines = field.kind() == Block.Kind.TEXT && (value.length() > LONG || value.contains("\n"));
        TextInput.Builder input = TextInput.create(
                        field.name(), lines ? TextInputStyle.PARAGRAPH : TextInputStyle.SHORT)
                .setRequired(field.required());
        // Half of a value is none.
        if (!value.isBlank() && field.kind() != Block.Kind.SECRET && value.length() <= TextInput.MAX_VALUE_LENGTH) {
            input.setValue(value);
        }
        return input.build();
    }

    /** What was filled in, by field; what was left empty is not among it. Files are not, either. */
    static Map<String, String> values(List<ModalMapping> mappings, List<Block.Field> fields, Words words) {
        Map<String, String> values = new HashMap<>();
        for (ModalMapping mapping : mappings) {
            fields.stream()
                    .filter(field -> field.name().equals(mapping.getCustomId()))
                    .findFirst()
                    .flatMap(field -> value(mapping, field, words))
                    .ifPresent(value -> values.put(mapping.getCustomId(), value));
        }
        return values;
    }

    /** What was filled in, as it is. */
    static Map<String, String> plain(List<ModalMapping> mappings) {
        Map<String, String> values = new HashMap<>();
        mappings.forEach(mapping -> raw(mapping).ifPresent(value -> values.put(mapping.getCustomId(), value)));
        return values;
    }

    private static Optional<String> raw(ModalMapping mapping) {
        return switch (mapping.getType()) {
            case TEXT_INPUT ->
                Optional.ofNullable(mapping.getAsOptionalString()).filter(text -> !text.isBlank());
            case STRING_SELECT -> mapping.getAsStringList().stream().findFirst();
            default -> Optional.empty();
        };
    }

    private static Optional<String> value(ModalMapping mapping, Block.Field field, Words words) {
        List<Block.Choice> options = options(field, words);
        return raw(mapping)
                .map(text ->
                        mapping.getType() == Component.Type.TEXT_INPUT ? meant(text, options) : chosen(text, options));
    }

    private static String chosen(String value, List<Block.Choice> options) {
        return value.matches("#\\d{1,3}")
                        && options.stream().noneMatch(option -> option.id().equals(value))
                ? options.get(Integer.parseInt(value.substring(1))).id()
                : value;
    }

    /** The option that was typed, by its label; anything else is left to the flow to complain about. */
    private static String meant(String text, List<Block.Choice> options) {
        return options.stream()
                .filter(option -> text.strip().equalsIgnoreCase(option.label()))
                .map(Block.Choice::id)
                .findFirst()
                .orElse(text);
    }
}
