package io.cosmopilot.conversations;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * A part of a message; the same on every channel, rendered as well as each can. The JSON is the one of the web chat
 * protocol: {@code {"type":"text","text":"…"}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Block.Choices.class, name = "choices"),
    @JsonSubTypes.Type(value = Block.Form.class, name = "form"),
    @JsonSubTypes.Type(value = Block.Confirm.class, name = "confirm"),
    @JsonSubTypes.Type(value = Block.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = Block.Status.class, name = "status"),
    @JsonSubTypes.Type(value = Block.Code.class, name = "code"),
    @JsonSubTypes.Type(value = Block.Link.class, name = "link"),
    @JsonSubTypes.Type(value = Block.Request.class, name = "approval"),
    @JsonSubTypes.Type(value = Block.Rating.class, name = "rating")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Block {

    /** Markdown: paragraphs, bold, italic, inline code, links, lists. */
    record Text(String text) implements Block {}

    /** Buttons; a channel shows many as a select with search. */
    record Choices(List<Choice> choices) implements Block {}

    /**
     * A button.
     *
     * @param id a stable word, such as {@code approve} or {@code template:wordpress}
     * @param label in the person's language
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Choice(
            String id, @Nullable String label, @Nullable Style style) {
        public static Choice of(String id, String label) {
            return new Choice(id, label, null);
        }
    }

    /** How a button looks. */
    enum Style {
        @JsonProperty("primary")
        PRIMARY,
        @JsonProperty("danger")
        DANGER,
        @JsonProperty("plain")
        PLAIN
    }

    /** Several questions at once. */
    record Form(String title, String submit, List<Field> fields) implements Block {}

    /**
     * A question of a form.
     *
     * @param value to begin with: text, number or boolean
     * @param error what was wrong with it the last time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Field(
            String name,
            Kind kind,
            String label,
            @Nullable String hint,
            boolean required,
            @Nullable Object value,
            @Nullable List<Choice> options,
            @Nullable String error) {}

    /** What is typed into a field. */
    enum Kind {
        @JsonProperty("text")
        TEXT,
        @JsonProperty("secret")
        SECRET,
        @JsonProperty("number")
        NUMBER,
        @JsonProperty("boolean")
        BOOLEAN,
        @JsonProperty("choice")
        CHOICE,
        @JsonProperty("file")
        FILE
    }

    /** A question answered by yes or no. */
    record Confirm(String text, List<Choice> choices) implements Block {}

    /** Steps with their state, revised in place. */
    record Progress(String title, State state, List<Step> steps) implements Block {}

    /** One step of a progress. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(String label, State state, @Nullable String detail) {}

    /** How far a step is; a whole progress is never {@code WAITING}. */
    enum State {
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE,
        @JsonProperty("failed")
        FAILED
    }

    /** Rows with health. */
    record Status(List<Row> rows) implements Block {}

    /**
     * One row of a status.
     *
     * @param health the name of a {@link io.cosmopilot.deploy.Health} in lower case
     */
    record Row(String name, String health, String detail) {}

    /** YAML, logs or commands, to be copied. */
    record Code(String language, String text) implements Block {}

    /** Something to open. */
    record Link(String href, String label) implements Block {}

    /**
     * An approval, as it stands now.
     *
     * @param state the name of an {@link Approval.State} in lower case
     * @param choices what can be pressed by the reader
     */
    record Request(String approval, String title, String state, List<Fact> facts, List<Choice> choices)
            implements Block {}

    /** A label and its value. */
    record Fact(String label, String value) {}

    /** Up or down. */
    record Rating(List<Choice> choices) implements Block {}
}
