package io.cosmopilot.adapters.webchat;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Frames as JSON. A field that is not known is passed over, so that a newer client can talk to an older server; one
 * that is missing or of the wrong kind is not.
 */
@Component
class Frames {

    private final JsonMapper json;

    Frames(JsonMapper json) {
        this.json = json;
    }

    String write(ServerFrame frame) {
        return json.writerFor(ServerFrame.class).writeValueAsString(frame);
    }

    /** @throws Unreadable when it is no frame */
    ClientFrame read(String text) {
        Fields fields = new Fields(parse(text));
        return switch (fields.text("type")) {
            case "hello" ->
                new ClientFrame.Hello(fields.optional("token"), fields.number("cursor", 0), fields.optional("locale"));
            case "refresh" -> new ClientFrame.Refresh(fields.text("token"));
            case "say" -> ClientFrame.Turn.say(fields.id(), fields.text("text"));
            case "choose" -> ClientFrame.Turn.choose(fields.id(), fields.number("seq"), fields.text("choice"));
            case "submit" -> ClientFrame.Turn.submit(fields.id(), fields.number("seq"), answers(fields));
            case "attach" -> ClientFrame.Turn.attach(fields.id(), fields.text("upload"), fields.text("text", ""));
            case "typing" -> new ClientFrame.Typing();
            case "read" -> new ClientFrame.Read(fields.number("cursor", 0));
            default -> throw new Unreadable(Fault.UNKNOWN_TYPE, fields.idIfAny());
        };
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            throw new Unreadable(Fault.MALFORMED, Fields.idIn(text));
        }
    }

    private static Map<String, String> answers(Fields fields) {
        Map<String, String> answers = new TreeMap<>();
        for (Map.Entry<String, JsonNode> answer : fields.object("fields").properties()) {
            @Nullable String value = fields.scalar(answer.getValue());
            if (value != null) {
                answers.put(Fields.storable(answer.getKey()), value);
            }
        }
        return answers;
    }
}
