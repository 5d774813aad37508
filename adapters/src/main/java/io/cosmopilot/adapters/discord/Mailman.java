package io.cosmopilot.adapters.discord;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.springframework.context.MessageSource;

import io.cosmopilot.adapters.words.Languages;
import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Address;
import io.cosmopilot.conversations.Address.Audience;
import io.cosmopilot.conversations.Delivery;
import io.cosmopilot.conversations.Message;

/** Writes messages to Discord, and edits those that are there. */
final class Mailman {

    /** A message waits for its bucket, but not for ever: the delivery is tried again. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration SOON = Duration.ofMillis(300);
    private static final int MOST_NAME = 100;

    private final MessageSource messages;
    private final Openings openings;
    private final Roots roots;

    Mailman(MessageSource messages, Openings openings, Roots roots) {
        this.messages = messages;
        this.openings = openings;
        this.roots = roots;
    }

    Delivery deliver(JDA jda, Address to, Message message) {
        Words words = new Words(messages, Languages.choose(to.locale()));
        List<MessageCreateData> sheets = Rendering.of(message, to, words);
        try {
            String remote = to.remote();
            return remote == null
                    ? write(jda, to, message, sheets)
                    : edit(jda, to, message, Remote.parse(remote), sheets);
        } catch (ErrorResponseException e) {
            return failed(e);
        } catch (InsufficientPermissionException e) {
            return Delivery.undeliverable(
                    "the bot lacks the permission " + e.getPermission().getName());
        } catch (NoSuchPlace e) {
            return Delivery.undeliverable("there is no such channel, or the bot is not allowed to see it");
        }
    }

    private Delivery write(JDA jda, Address to, Message message, List<MessageCreateData> sheets) {
        if (to.audience() == Audience.PERSON) {
            var opening = openings.of(to.place());
            if (opening.isPresent()) {
                return opening.get().answered()
                        ? follow(jda, opening.get(), sheets)
                        : Delivery.tryAgain(SOON, "the interaction is not answered yet");
            }
        }
        MessageChannel channel = channel(jda, to, message);
        Remote remote = Remote.in(channel.getId(), send(channel, sheets, to.key()));
        if (to.audience() == Audience.AGENTS && to.thread() == null) {
            roots.keep(remote);
        }
        return Delivery.delivered(remote.text());
    }

    private Delivery follow(JDA jda, Openings.Opening opening, List<MessageCreateData> sheets) {
        InteractionHook hook = InteractionHook.from(jda, opening.token());
        List<String> sent = new ArrayList<>();
        for (MessageCreateData sheet : sheets) {
            sent.add(done(hook.sendMessage(sheet).setEphemeral(true)).getId());
        }
        return Delivery.delivered(Remote.hook(opening.interaction(), sent).text());
    }

    private static List<String> send(MessageChannel channel, List<MessageCreateData> sheets, String key) {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            sent.add(done(channel.sendMessage(sheets.get(i)).setNonce(nonce(key + "#" + i)))
                    .getId());
        }
        return sent;
    }

    /** The same for the same message: Discord answers a second attempt with the first one's message. */
    private static String nonce(String key) {
        return Long.toUnsignedString(
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits());
    }

    private Delivery edit(JDA jda, Address to, Message message, Remote remote, List<MessageCreateData> sheets) {
        String interaction = remote.interaction();
        if (interaction != null) {
            return openings.find(interaction)
                    .map(opening -> editAnswer(jda, to, message, opening, remote, sheets))
                    .orElseGet(() -> anew(jda, to, message, sheets));
        }
        MessageChannel channel = jda.getChannelById(MessageChannel.class, remote.place());
        if (channel == null) {
            channel = channel(jda, to, message);
        }
        try {
            return Delivery.delivered(
                    Remote.in(channel.getId(), edited(channel, remote, sheets, to.key() + "!" + message.revision()))
                            .text());
        } catch (ErrorResponseException e) {
            if (e.getErrorResponse() == ErrorResponse.UNKNOWN_MESSAGE) {
                return anew(jda, to, message, sheets);
            }
            throw e;
        }
    }

    /** The token has ended, or the message is gone: what is new is said in a new message by the bot. */
    private Delivery anew(JDA jda, Address to, Message message, List<MessageCreateData> sheets) {
        MessageChannel channel = channel(jda, to, message);
        return Delivery.delivered(Remote.in(channel.getId(), send(channel, sheets, to.key() + "!" + message.revision()))
                .text());
    }

    private Delivery editAnswer(
            JDA jda,
            Address to,
            Message message,
            Openings.Opening opening,
            Remote remote,
            List<MessageCreateData> sheets) {
        InteractionHook hook = InteractionHook.from(jda, opening.token());
        if (sheets.size() != remote.messages().size()) {
            return anew(jda, to, message, sheets);
        }
        for (int i = 0; i < sheets.size(); i++) {
            done(hook.editMessageById(remote.messages().get(i), edit(sheets.get(i))));
        }
        return Delivery.delivered(remote.text());
    }

    private static List<String> edited(
            MessageChannel channel, Remote remote, List<MessageCreateData> sheets, String key) {
        int both = Math.min(sheets.size(), remote.messages().size());
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < both; i++) {
            done(channel.editMessageById(remote.messages().get(i), edit(sheets.get(i))));
            ids.add(remote.messages().get(i));
        }
        for (String old : remote.messages().subList(both, remote.messages().size())) {
            done(channel.deleteMessageById(old));
        }
        ids.addAll(send(channel, sheets.subList(both, sheets.size()), key));
        return ids;
    }

    private static MessageEditData edit(MessageCreateData sheet) {
        return MessageEditBuilder.fromCreateData(sheet).setReplace(true).build();
    }

    private MessageChannel channel(JDA jda, Address to, Message message) {
        if (to.audience() == Audience.PERSON) {
            return done(jda.openPrivateChannelById(to.place()));
        }
        String thread = to.thread();
        if (thread != null) {
            return thread(jda, Remote.parse(thread), message);
        }
        TextChannel channel = jda.getTextChannelById(to.place());
        if (channel == null) {
            throw new NoSuchPlace();
        }
        return channel;
    }

    /** A thread has the id of the message with which it begins. */
    private ThreadChannel thread(JDA jda, Remote root, Message message) {
        ThreadChannel known = jda.getThreadChannelById(root.first());
        if (known != null) {
            return known;
        }
        TextChannel parent = jda.getTextChannelById(root.place());
        if (parent == null) {
            throw new NoSuchPlace();
        }
        try {
            String name = message.name().isBlank() ? "Cosmopilot" : message.name();
            return done(parent.createThreadChannel(Cut.off(name, MOST_NAME), root.first()));
        } catch (ErrorResponseException e) {
            if (e.getErrorResponse() != ErrorResponse.THREAD_WITH_THIS_MESSAGE_ALREADY_EXISTS) {
                throw e;
            }
            return parent.retrieveArchivedPublicThreadChannels().stream()
                    .filter(archived -> archived.getId().equals(root.first()))
                    .findFirst()
                    .orElseThrow(NoSuchPlace::new);
        }
    }

    private static <T> T done(RestAction<T> action) {
        return action.timeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).complete();
    }

    private static Delivery failed(ErrorResponseException e) {
        return switch (e.getErrorResponse()) {
            case CANNOT_SEND_TO_USER, MISSING_ACCESS, MISSING_PERMISSIONS, UNKNOWN_CHANNEL, UNKNOWN_USER ->
                Delivery.undeliverable(e.getErrorResponse().getMeaning());
            default ->
                e.isServerError()
                        ? Delivery.unknown(e.getMeaning())
                        : Delivery.tryAgain(Duration.ZERO, e.getErrorCode() + " " + e.getMeaning());
        };
    }

    /** A channel is gone, or the bot does not see it. */
    private static final class NoSuchPlace extends RuntimeException {}
}
