package io.cosmopilot.adapters.slack.fake;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** What Slack refuses to show: the limits of its Block Kit reference. */
public final class SlackLimits {

    private final Set<String> blockIds = new HashSet<>();

    private SlackLimits() {}

    /** What is wrong with the blocks of a message, if anything is. */
    public static Optional<String> fault(JsonNode blocks) {
        return blocks.size() > 50 ? Optional.of("more than 50 blocks") : new SlackLimits().blocks(blocks);
    }

    /** What is wrong with a modal, if anything is. */
    public static Optional<String> viewFault(JsonNode view) {
        boolean titled = text(view.path("title"), 24) && text(view.path("submit"), 24) && text(view.path("close"), 24);
        if (!titled) {
            return Optional.of("a title without, or of more than 24 characters");
        }
        return homeFault(view);
    }

    /** What is wrong with a home tab, if anything is. */
    public static Optional<String> homeFault(JsonNode view) {
        if (view.path("blocks").isEmpty()
                || view.path("blocks").size() > 100
                || view.path("private_metadata").asString("").length() > 3_000) {
            return Optional.of("less or more than a view holds");
        }
        return new SlackLimits().blocks(view.path("blocks"));
    }

    /** What is wrong with the options of a select, if anything is. */
    public static Optional<String> optionsFault(JsonNode options) {
        Set<String> values = new HashSet<>();
        for (JsonNode option : options) {
            String value = option.path("value").asString("");
            if (!text(option.path("text"), 75) || value.isEmpty() || value.length() > 150 || !values.add(value)) {
                return Optional.of("option " + option);
            }
        }
        return options.size() > 100 ? Optional.of("more than 100 options") : Optional.empty();
    }

    private Optional<String> blocks(JsonNode blocks) {
        for (JsonNode block : blocks) {
            Optional<String> fault = block(block);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<String> block(JsonNode block) {
        String id = block.path("block_id").asString("");
        if (!id.isEmpty() && (!blockIds.add(id) || id.length() > 255)) {
            return Optional.of("block_id " + id);
        }
        return switch (block.path("type").asString("")) {
            case "section" -> section(block);
            case "actions" -> actions(block);
            case "context" ->
                block.path("elements").size() > 10 || !texts(block.path("elements"), 2_000)
                        ? Optional.of("context")
                        : Optional.empty();
            case "header" -> text(block.path("text"), 150) ? Optional.empty() : Optional.of("header");
            case "input" -> input(block);
            case "rich_text" -> Optional.empty();
            default -> Optional.of("unknown block " + block);
        };
    }

    private static Optional<String> section(JsonNode block) {
        JsonNode fields = block.path("fields");
        boolean fits = (!block.has("text") || text(block.path("text"), 3_000))
                && (block.has("text") || !fields.isEmpty())
                && fields.size() <= 10
                && texts(fields, 2_000);
        return fits ? Optional.empty() : Optional.of("section " + block);
    }

    private static Optional<String> actions(JsonNode block) {
        int size = block.path("elements").size();
        if (size < 1 || size > 25) {
            return Optional.of(size + " elements");
        }
        Set<String> actions = new HashSet<>();
        for (JsonNode element : block.path("elements")) {
            Optional<String> fault = element(element);
            if (fault.isPresent() || !actions.add(element.path("action_id").asString(""))) {
                return Optional.of("element " + element);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> input(JsonNode block) {
        boolean fits = text(block.path("label"), 2_000) && (!block.has("hint") || text(block.path("hint"), 2_000));
        return fits ? element(block.path("element")) : Optional.of("label or hint of " + block);
    }

    private static Optional<String> element(JsonNode element) {
        boolean fits = element.path("action_id").asString("").length() <= 255
                && (!element.has("placeholder") || text(element.path("placeholder"), 150))
                && (!element.has("text") || text(element.path("text"), 75))
                && element.path("value").asString("").length() <= 2_000
                && element.path("url").asString("").length() <= 3_000
                && element.path("initial_value").asString("").length() <= 3_000;
        return fits ? choices(element) : Optional.of("element " + element);
    }

    private static Optional<String> choices(JsonNode element) {
        String type = element.path("type").asString("");
        int most = type.equals("checkboxes") ? 10 : 100;
        JsonNode groups = element.path("option_groups");
        int options = element.path("options").size();
        if (options > most || groups.size() > 100) {
            return Optional.of("too many options of " + element);
        }
        if (type.matches("static_select|checkboxes") && options + groups.size() == 0) {
            return Optional.of("no options of " + element);
        }
        for (JsonNode group : groups) {
            Optional<String> fault = optionsFault(group.path("options"));
            if (fault.isPresent() || !text(group.path("label"), 75)) {
                return Optional.of("group " + group);
            }
        }
        return optionsFault(element.path("options"));
    }

    private static boolean texts(JsonNode texts, int most) {
        return texts.valueStream().allMatch(text -> text(text, most));
    }

    private static boolean text(JsonNode text, int most) {
        String value = text.path("text").asString("");
        return !value.isBlank() && value.length() <= most;
    }
}
