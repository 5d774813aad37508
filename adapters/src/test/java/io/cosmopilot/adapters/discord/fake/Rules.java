package io.cosmopilot.adapters.discord.fake;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** The limits of the platform: what is beyond one of them is refused, as Discord refuses it. */
final class Rules {

    private Rules() {}

    static void check(JsonNode message, Map<String, byte[]> files) {
        int embeds = message.path("embeds").size();
        if (message.path("content").asString("").isBlank()
                && embeds == 0
                && files.isEmpty()
                && message.path("attachments").isEmpty()
                && message.path("components").isEmpty()) {
            throw new Refused(400, 50006, "Cannot send an empty message");
        }
        most(message.path("content").asString("").length(), 2000, "content");
        most(embeds, 10, "embeds");
        most(files.size(), 10, "files");
        int total = 0;
        for (JsonNode embed : message.path("embeds")) {
            total += embed(embed);
        }
        most(total, 6000, "embeds in all");
        components(message.path("components"));
    }

    private static int embed(JsonNode embed) {
        int title = text(embed.path("title"), 256);
        int description = text(embed.path("description"), 4096);
        int total = title + description + text(embed.path("footer").path("text"), 2048);
        most(embed.path("fields").size(), 25, "fields");
        for (JsonNode field : embed.path("fields")) {
            least(field.path("name").asString("").strip().length(), "name of a field");
            least(field.path("value").asString("").strip().length(), "value of a field");
            total += text(field.path("name"), 256) + text(field.path("value"), 1024);
        }
        return total;
    }

    private static void components(JsonNode rows) {
        most(rows.size(), 5, "rows");
        Set<String> ids = new HashSet<>();
        for (JsonNode row : rows) {
            JsonNode parts = row.path("components");
            most(parts.size(), parts.path(0).path("type").asInt() == 2 ? 5 : 1, "components of a row");
            least(parts.size(), "components of a row");
            for (JsonNode part : parts) {
                text(part.path("label"), 80);
                component(part, ids);
            }
        }
    }

    private static void component(JsonNode part, Set<String> ids) {
        if (part.has("url")) {
            most(part.path("url").asString().length(), 512, "url");
            return;
        }
        String id = part.path("custom_id").asString();
        least(id.length(), "custom_id");
        most(id.length(), 100, "custom_id");
        if (!ids.add(id)) {
            throw new Refused(400, 50035, "Component custom id cannot be duplicated: " + id);
        }
        text(part.path("placeholder"), 150);
        if (part.path("type").asInt() == 3) {
            options(part.path("options"));
        }
    }

    private static void options(JsonNode options) {
        most(options.size(), 25, "options");
        least(options.size(), "options");
        Set<String> values = new HashSet<>();
        for (JsonNode option : options) {
            text(option.path("label"), 100);
            text(option.path("value"), 100);
            text(option.path("description"), 100);
            least(option.path("label").asString().strip().length(), "label");
            if (!values.add(option.path("value").asString())) {
                throw new Refused(400, 50035, "options twice: " + option);
            }
        }
    }

    static JsonNode modal(JsonNode modal) {
        text(modal.path("title"), 45);
        most(modal.path("components").size(), 5, "components of a modal");
        least(modal.path("components").size(), "components of a modal");
        Set<String> ids = new HashSet<>();
        for (JsonNode label : modal.path("components")) {
            least(label.path("label").asString().strip().length(), "label");
            text(label.path("label"), 45);
            text(label.path("description"), 100);
            JsonNode input = label.path("component");
            most(input.path("placeholder").asString("").length(), 100, "placeholder");
            most(input.path("value").asString("").length(), 4000, "value");
            component(input, ids);
        }
        return modal;
    }

    static JsonNode completions(JsonNode choices) {
        most(choices.size(), 25, "choices");
        for (JsonNode choice : choices) {
            text(choice.path("name"), 100);
            most(choice.path("value").asString().length(), 100, "value");
        }
        return choices;
    }

    private static int text(JsonNode text, int most) {
        String value = text.asString("");
        most(value.length(), most, value);
        return value.length();
    }

    private static void most(int size, int most, String what) {
        if (size > most) {
            throw new Refused(400, 50035, "Invalid Form Body: %d is more than %d: %s".formatted(size, most, what));
        }
    }

    private static void least(int size, String what) {
        if (size < 1) {
            throw new Refused(400, 50035, "Invalid Form Body: this is required: " + what);
        }
    }
}
