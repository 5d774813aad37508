package io.cosmopilot.adapters.discord;

import java.util.List;

import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one first response that an interaction can have, within three seconds. It is given when the turn is committed; a
 * turn that takes long is deferred first, which says only that it is being worked on.
 */
final class Reply {

    private static final Logger log = LoggerFactory.getLogger(Reply.class);

    private final IReplyCallback event;
    /** What is said can be seen by the person only; in direct messages there is nobody else. */
    private final boolean ephemeral;

    private boolean deferred;
    private boolean given;

    Reply(IReplyCallback event) {
        this.event = event;
        this.ephemeral = event.isFromGuild();
    }

    /** It takes a while. */
    synchronized void defer() {
        if (!given && !deferred) {
            deferred = true;
            taken(event instanceof IMessageEditCallback pressed ? pressed.deferEdit() : event.deferReply(ephemeral));
        }
    }

    /** It is done, and there is nothing to say here; whether Discord took it. */
    synchronized boolean done() {
        if (given || deferred) {
            given = true;
            return true;
        }
        given = true;
        return taken(event instanceof IMessageEditCallback pressed ? pressed.deferEdit() : event.deferReply(ephemeral));
    }

    /** Says something to the person, in private where others are; whether Discord took it. */
    synchronized boolean say(List<MessageCreateData> sheets) {
        boolean taken = true;
        for (MessageCreateData sheet : sheets) {
            taken &= taken(
                    given || deferred
                            ? event.getHook().sendMessage(sheet).setEphemeral(ephemeral)
                            : event.reply(sheet).setEphemeral(ephemeral));
            given = true;
        }
        return taken;
    }

    /** Opens a form. */
    synchronized boolean open(Modal modal) {
        if (given || deferred || !(event instanceof IModalCallback pressed)) {
            return false;
        }
        given = true;
        return taken(pressed.replyModal(modal));
    }

    /** Late or double answers are refused by Discord; what was done is done all the same. */
    private static boolean taken(RestAction<?> action) {
        try {
            action.complete();
            return true;
        } catch (ErrorResponseException e) {
            log.info("Discord did not take an answer: {} {}", e.getErrorCode(), e.getMeaning());
            return false;
        }
    }
}
