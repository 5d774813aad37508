package io.cosmopilot.adapters.slack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.slack.api.model.view.ViewState;
import org.jspecify.annotations.Nullable;

import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Block;

/** Forms as modals: a pure function there, and back. */
final class SlackForms {

    static final String CALLBACK = "form";
    private static final String BLOCK = "f:";
    private static final String ACTION = "value";
    private static final int TITLE = 24;
    private static final int OPTIONS = 100;
    private static final int BLOCKS = 100;
    private static final int LONGEST_VALUE = 3_000;
    private static final int LINE = 80;

    private SlackForms() {}

    /** @param carried comes back with what is filled in */
    static Map<String, Object> modal(Block.Form form, String carried, Words words) {
        List<Map<String, Object>> blocks = new ArrayList<>();
        if (form.title().length() > TITLE) {
            blocks.add(Kit.section(Mrkdwn.shortened("*" + Mrkdwn.escape(form.title()) + "*", Kit.SECTION)));
        }
        List<Block.Field> fields =
                form.fields().subList(0, Math.min(form.fields().size(), BLOCKS - blocks.size()));
        long errors = fields.stream().filter(field -> field.error() != null).count();
        boolean room = blocks.size() + fields.size() + errors <= BLOCKS;
        for (Block.Field field : fields) {
            if (field.error() != null && room) {
                blocks.add(Kit.context("⚠️ " + Mrkdwn.escape(field.error())));
            }
            blocks.add(input(field, words, room));
        }
        return Kit.object(
                "type",
                "modal",
                "callback_id",
                CALLBACK,
                "private_metadata",
                carried,
                "title",
                Kit.plain(form.title(), TITLE),
                "submit",
                Kit.plain(form.submit(), TITLE),
                "close",
                Kit.plain(words.of("adapters.slack.form.close"), TITLE),
                "blocks",
                blocks);
    }

    /** What was filled in, by field. */
    static Map<String, String> fields(ViewState state) {
        Map<String, String> fields = new HashMap<>();
        state.getValues().forEach((block, actions) -> {
            ViewState.Value value = actions.get(ACTION);
            if (block.startsWith(BLOCK) && value != null) {
                fields.put(block.substring(BLOCK.length()), text(value));
            }
        });
        return fields;
    }

    /** What was filled in, with the ids of what was chosen. */
    static Map<String, String> meant(Block.Form form, Map<String, String> filled) {
        Map<String, String> fields = new HashMap<>(filled);
        form.fields().stream()
                .filter(field -> field.options() != null)
                .forEach(field -> fields.computeIfPresent(
                        field.name(),
                        (name, value) -> Handle.meant(value, Objects.requireNonNullElse(field.options(), List.of()))));
        return fields;
    }

    /** What is wrong, by the block in which it stands. */
    static Map<String, String> errors(Map<String, String> byField) {
        return byField.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> BLOCK + entry.getKey(), entry -> Mrkdwn.shortened(entry.getValue(), 500)));
    }

    private static String text(ViewState.Value value) {
        if (value.getSelectedOption() != null) {
            return value.getSelectedOption().getValue();
        }
        if (value.getSelectedOptions() != null) {
            return String.valueOf(!value.getSelectedOptions().isEmpty());
        }
        return value.getValue() == null ? "" : value.getValue();
    }

    private static Map<String, Object> input(Block.Field field, Words words, boolean room) {
        Map<String, Object> input = Kit.object(
                "type",
                "input",
                "block_id",
                BLOCK + field.name(),
                "optional",
                !field.required() || field.kind() == Block.Kind.BOOLEAN,
                "label",
                Kit.plain(field.label(), 2_000),
                "element",
                element(field, words));
        String hint = field.error() == null || room ? hint(field, words) : "⚠️ " + field.error();
        if (hint != null) {
            input.put("hint", Kit.plain(hint, 2_000));
        }
        return input;
    }

    private static @Nullable String hint(Block.Field field, Words words) {
        return field.kind() == Block.Kind.FILE ? words.of("adapters.slack.form.file") : field.hint();
    }

    private static Map<String, Object> element(Block.Field field, Words words) {
        return switch (field.kind()) {
            case TEXT, SECRET, FILE -> typed(field);
            case NUMBER ->
                withValue(Kit.object("type", "number_input", "action_id", ACTION, "is_decimal_allowed", false), field);
            case BOOLEAN -> checkbox(field, words);
            case CHOICE -> select(field);
        };
    }

    private static Map<String, Object> typed(Block.Field field) {
        String value = String.valueOf(field.value());
        Map<String, Object> input = Kit.object("type", "plain_text_input", "action_id", ACTION);
        if (field.kind() == Block.Kind.TEXT && (value.length() > LINE || value.contains("\n"))) {
            input.put("multiline", true);
        }
        return withValue(input, field);
    }

    /** A secret is never shown again; half of a value is none. */
    private static Map<String, Object> withValue(Map<String, Object> element, Block.Field field) {
        Object value = field.value();
        if (value != null
                && field.kind() != Block.Kind.SECRET
                && !value.toString().isEmpty()
                && value.toString().length() <= LONGEST_VALUE) {
            element.put("initial_value", value.toString());
        }
        return element;
    }

    private static Map<String, Object> checkbox(Block.Field field, Words words) {
        Map<String, Object> yes = Kit.option(words.of("adapters.slack.form.yes"), "true");
        Map<String, Object> box = Kit.object("type", "checkboxes", "action_id", ACTION, "options", List.of(yes));
        if (Boolean.parseBoolean(String.valueOf(field.value()))) {
            box.put("initial_options", List.of(yes));
        }
        return box;
    }

    private static Map<String, Object> select(Block.Field field) {
        List<Block.Choice> choices = field.options() == null ? List.of() : field.options();
        List<Map<String, Object>> options = choices.stream()
                .map(choice -> Kit.option(choice.label() == null ? choice.id() : choice.label(), choice.id()))
                .toList();
        if (options.isEmpty()) {
            return typed(field);
        }
        Map<String, Object> select = Kit.object("type", "static_select", "action_id", ACTION);
        if (options.size() <= OPTIONS) {
            select.put("options", options);
        } else {
            select.put("option_groups", groups(options));
        }
        options.stream()
                .filter(option -> Handle.of(String.valueOf(field.value())).equals(option.get("value")))
                .findFirst()
                .ifPresent(option -> select.put("initial_option", option));
        return select;
    }

    /** A select holds a hundred groups of a hundred options each. */
    private static List<Map<String, Object>> groups(List<Map<String, Object>> options) {
        List<Map<String, Object>> groups = new ArrayList<>();
        for (List<Map<String, Object>> some : Kit.rows(options, OPTIONS)) {
            int first = groups.size() * OPTIONS + 1;
            String label = "%d – %d".formatted(first, first + some.size() - 1);
            groups.add(Kit.object("label", Kit.plain(label, Kit.LABEL), "options", some));
        }
        return groups;
    }
}
