package io.cosmopilot.conversations;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where channels whose accounts are not the platform's own hand in what people do. Whoever is not linked gets help, the
 * guide and a way to be linked. When a call returns, all of it is committed: only then may a channel acknowledge. The
 * same event again does nothing a second time.
 */
public interface Reception {

    /**
     * Takes what somebody does in their own conversation: direct messages, mentions, commands, buttons and forms.
     *
     * @param locale as the channel tells it; what the person chose comes first
     * @throws Inbox.TooLong when the text is too long
     */
    Inbox.Receipt receive(Account account, Locale locale, Incoming incoming);

    /**
     * A button in a support channel.
     *
     * @param choice {@code approval:<id>:approve} or {@code case:<conversation>:take}; see {@link #choice}
     */
    Answer press(Account account, Locale locale, String event, String choice);

    /** A form that a button in a support channel opened by {@link Ask}. */
    Answer submit(Account account, Locale locale, String event, String choice, Map<String, String> fields);

    /**
     * Words below a message in a support channel: to the person, when the agent has taken over; otherwise a note.
     *
     * @param thread the remote id of the message
     */
    Answer write(Account account, Locale locale, String event, String thread, String text);

    /**
     * What can be chosen now in a select with search, best first, at most 25.
     *
     * @param seq of the message that shows the choices
     */
    List<Block.Choice> options(Account account, String conversation, long seq, String typed);

    /** The whole message, such as to open its form; empty when it is not in this account's own conversation. */
    Optional<Message> find(Account account, String conversation, long seq);

    /** The language that is right for the account. */
    Locale locale(Account account, Locale told);

    /** The id under which an approval's button comes back from a support channel. */
    static String choice(Block.Request request, Block.Choice choice) {
        return "approval:" + request.approval() + ":" + choice.id();
    }

    /** What whoever did something in a support channel is told, in private. */
    sealed interface Answer {}

    /** It was done before, or there is nothing to say. */
    record Nothing() implements Answer {}

    /** To be said to the person only. */
    record Told(String text) implements Answer {}

    /** More has to be asked: to be opened as a form, and handed in by {@link #submit}. */
    record Ask(String choice, Block.Form form) implements Answer {}

    /** Something is wrong with the fields: each with what it is. */
    record Mend(Map<String, String> errors) implements Answer {

        public Mend {
            errors = Map.copyOf(errors);
        }
    }
}
