package io.cosmopilot.adapters.slack;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** What Slack refuses to show: the limits of its Block Kit reference. */
final class SlackLimits {

    private SlackLimits() {}

    /** What is wrong with the blocks of a message, if anything is. */
    static Optional<String> fault(JsonNode blocks) {
        if (blocks.size() > 50) {
            return Optional.of("more than 50 blocks");
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode block : blocks) {
            Optional<String> fault = blockFault(block, ids);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    /** What is wrong with a modal, if anything is. */
    static Optional<String> viewFault(JsonNode view) {
        if (length(view.path("title")) > 24 || length(view.path("submit")) > 24 || length(view.path("close")) > 24) {
            return Optional.of("a title of more than 24 characters");
        }
        if (view.path("blocks").size() > 100
                || view.path("private_metadata").asString("").length() > 3_000) {
            return Optional.of("more than a view holds");
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode block : view.path("blocks")) {
            Optional<String> fault = blockFault(block, ids);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> blockFault(JsonNode block, Set<String> ids) {
        String id = block.path("block_id").asString("");
        if (!id.isEmpty() && (!ids.add(id) || id.length() > 255)) {
            return Optional.of("block_id " + id);
        }
        return switch (block.path("type").asString("")) {
            case "section" -> section(block);
            case "actions" -> actions(block);
            case "context" -> block.path("elements").size() > 10 ? Optional.of("context") : Optional.empty();
            case "header" -> length(block.path("text")) > 150 ? Optional.of("header") : Optional.empty();
            case "input" -> length(block.path("label")) > 2_000 ? Optional.of("label") : Optional.empty();
            case "rich_text" -> Optional.empty();
            default -> Optional.of("unknown block " + block);
        };
    }

    private static Optional<String> section(JsonNode block) {
        int text = length(block.path("text"));
        if (block.has("text") && (text < 1 || text > 3_000)) {
            return Optional.of("section of " + text);
        }
        if (block.path("fields").size() > 10) {
            return Optional.of("more than 10 fields");
        }
        for (JsonNode field : block.path("fields")) {
            if (length(field) > 2_000) {
                return Optional.of("field too long");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> actions(JsonNode block) {
        int size = block.path("elements").size();
        if (size < 1 || size > 25) {
            return Optional.of(size + " elements");
        }
        Set<String> actions = new HashSet<>();
        for (JsonNode element : block.path("elements")) {
            boolean fits = actions.add(element.path("action_id").asString(""))
                    && length(element.path("text")) <= 75
                    && element.path("value").asString("").length() <= 2_000
                    && element.path("url").asString("").length() <= 3_000;
            if (!fits) {
                return Optional.of("element " + element);
            }
        }
        return Optional.empty();
    }

    private static int length(JsonNode text) {
        return text.path("text").asString("").length();
    }
}
