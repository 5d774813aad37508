package io.cosmopilot.adapters.discord.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A message as people see it. */
public final class Seen {

    private final ObjectNode json;

    Seen(ObjectNode json) {
        this.json = json;
    }

    public String id() {
        return json.path("id").asString();
    }

    public String content() {
        return json.path("content").asString("");
    }

    /** Everything that can be read: content, embeds, labels, names of files. */
    public String all() {
        List<String> words = new ArrayList<>();
        words.add(content());
        for (JsonNode embed : json.path("embeds")) {
            words.add(embed.path("title").asString(""));
            words.add(embed.path("description").asString(""));
            embed.path("fields").forEach(field -> {
                words.add(field.path("name").asString(""));
                words.add(field.path("value").asString(""));
            });
            words.add(embed.path("footer").path("text").asString(""));
        }
        words.addAll(labels());
        json.path("attachments").forEach(file -> words.add(file.path("filename").asString()));
        return String.join("\n", words);
    }

    /** What is written on buttons and options that can be pressed. */
    public List<String> labels() {
        List<String> labels = new ArrayList<>();
        parts().stream().filter(part -> !part.path("disabled").asBoolean(false)).forEach(part -> {
            if (part.has("label")) {
                labels.add(part.path("label").asString());
            }
            part.path("options")
                    .forEach(option -> labels.add(option.path("label").asString()));
        });
        return labels;
    }

    public int edits() {
        return json.path("edits").asInt();
    }

    public ObjectNode json() {
        return json;
    }

    Optional<JsonNode> button(String label) {
        return parts().stream()
                .filter(part -> part.path("label").asString("").equals(label)
                        && !part.path("disabled").asBoolean(false))
                .findFirst();
    }

    Optional<JsonNode> select(String option) {
        return parts().stream().filter(part -> value(part, option).isPresent()).findFirst();
    }

    static Optional<String> value(JsonNode select, String option) {
        for (JsonNode each : select.path("options")) {
            if (each.path("label").asString("").equals(option)) {
                return Optional.of(each.path("value").asString());
            }
        }
        return Optional.empty();
    }

    private List<JsonNode> parts() {
        List<JsonNode> parts = new ArrayList<>();
        json.path("components").forEach(row -> row.path("components").forEach(parts::add));
        return parts;
    }
}
