package io.cosmopilot.adapters.webchat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Conversation;
import io.cosmopilot.conversations.Person;

/** What a server sends. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerFrame.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = ServerFrame.Message.class, name = "message"),
    @JsonSubTypes.Type(value = ServerFrame.Revise.class, name = "revise"),
    @JsonSubTypes.Type(value = ServerFrame.Ack.class, name = "ack"),
    @JsonSubTypes.Type(value = ServerFrame.Expired.class, name = "expired"),
    @JsonSubTypes.Type(value = ServerFrame.Failure.class, name = "error")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ServerFrame {

    /** The answer to a good hello. */
    record Welcome(String conversation, Who person, long cursor, String locale) implements ServerFrame {

        static Welcome to(Person person, Conversation conversation) {
            return new Welcome(
                    conversation.id(),
                    Who.of(person),
                    conversation.cursor(),
                    conversation.locale().toLanguageTag());
        }
    }

    /** The person as the client shows them. */
    record Who(String name, List<String> roles) {

        static Who of(Person person) {
            return new Who(
                    person.displayName(),
                    person.roles().stream().map(role -> word(role)).sorted().toList());
        }
    }

    /**
     * A row of the transcript.
     *
     * @param revision when it was revised already, otherwise null
     */
    record Message(
            long seq,
            @Nullable Integer revision,
            String author,
            String name,
            Instant at,
            @Nullable String flow,
            @Nullable String step,
            List<Block> blocks)
            implements ServerFrame {

        public static Message of(io.cosmopilot.conversations.Message message) {
            return new Message(
                    message.seq(),
                    message.revision() == 0 ? null : message.revision(),
                    word(message.author()),
                    message.name(),
                    message.at(),
                    message.flow(),
                    message.step(),
                    message.blocks());
        }
    }

    /** A row of the transcript as it is now. */
    record Revise(long seq, int revision, List<Block> blocks) implements ServerFrame {

        static Revise of(io.cosmopilot.conversations.Message message) {
            return new Revise(message.seq(), message.revision(), message.blocks());
        }
    }

    /** It is stored; the same id again gets the same answer. */
    record Ack(String id, long seq) implements ServerFrame {}

    /** The token ended. */
    record Expired() implements ServerFrame {}

    /**
     * Something was not done.
     *
     * @param id of the frame that asked for it, when it could be read
     * @param code a stable word
     * @param message in the person's language
     */
    record Failure(@Nullable String id, String code, String message) implements ServerFrame {}

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
