package io.cosmopilot.adapters.discord;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;

import io.cosmopilot.adapters.files.FilesIn;
import io.cosmopilot.adapters.files.Unfit;
import io.cosmopilot.adapters.words.Languages;
import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Links;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.Reception;

/** Takes what people write: to the bot, and below a message in a support channel. */
final class Letters {

    private static final Logger log = LoggerFactory.getLogger(Letters.class);
    private static final int DOWNLOAD_SECONDS = 20;

    private final Desks desks;
    private final Links links;
    private final FilesIn files;
    private final Openings openings;
    private final Roots roots;
    private final MessageSource messages;

    Letters(Desks desks, Links links, FilesIn files, Openings openings, Roots roots, MessageSource messages) {
        this.desks = desks;
        this.links = links;
        this.files = files;
        this.openings = openings;
        this.roots = roots;
        this.messages = messages;
    }

    /** Whoever writes here is answered here. */
    void direct(Account account, Message message) {
        attempt(account, message, () -> {
            openings.closeAll(account.id());
            take(account, message, message.getContentRaw());
        });
    }

    void mention(Account account, Message message) {
        attempt(account, message, () -> {
            String self = message.getJDA().getSelfUser().getId();
            openings.closeAll(account.id());
            take(
                    account,
                    message,
                    message.getContentRaw().replaceAll("<@!?" + self + ">", "").strip());
            message.reply(words(account, message).of("adapters.discord.answered-directly"))
                    .setAllowedMentions(List.of())
                    .queue();
        });
    }

    void inThread(Account account, String channel, Message message) {
        attempt(account, message, () -> {
            String root = roots.of(channel, message.getChannelId());
            Reception.Answer answer = reception()
                    .write(
                            account,
                            Ear.tongue(message.getContentRaw()),
                            message.getId(),
                            root,
                            message.getContentRaw());
            if (answer instanceof Reception.Told told) {
                whisper(message.getAuthor(), told.text());
            }
        });
    }

    private void take(Account account, Message message, String text) {
        Optional<Person> owner = links.owner(account);
        Locale locale = Ear.tongue(text);
        List<Message.Attachment> attached = message.getAttachments();
        if (attached.isEmpty() || owner.isEmpty()) {
            String said =
                    text.isBlank() && !attached.isEmpty() ? attached.getFirst().getFileName() : text;
            if (!said.isBlank()) {
                reception().receive(account, locale, new Incoming.Said(message.getId(), said));
            }
            return;
        }
        for (int i = 0; i < attached.size(); i++) {
            String id = i == 0 ? message.getId() : message.getId() + "#" + i;
            take(account, owner.get(), locale, id, attached.get(i), i == 0 ? text : "", message);
        }
    }

    private void take(
            Account account,
            Person owner,
            Locale locale,
            String id,
            Message.Attachment file,
            String text,
            Message message) {
        try {
            String upload = upload(owner.username(), file);
            reception().receive(account, locale, new Incoming.Attached(id, upload, text));
        } catch (Unfit unfit) {
            whisper(message.getAuthor(), refusal(words(account, message), file.getFileName(), unfit));
        }
    }

    /** Fetches a file and keeps it; its id. */
    String upload(String owner, Message.Attachment file) {
        files.check(file.getFileName(), file.getSize());
        try (InputStream content = file.getProxy().download().get(DOWNLOAD_SECONDS, TimeUnit.SECONDS)) {
            return files.keep(owner, file.getFileName(), content.readNBytes(file.getSize()))
                    .id();
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the file could not be fetched", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String refusal(Words words, String name, Unfit unfit) {
        return files.refusal(words, name, unfit);
    }

    private Words words(Account account, Message message) {
        Locale locale = reception().locale(account, Ear.tongue(message.getContentRaw()));
        return new Words(messages, Languages.choose(locale));
    }

    /** Nothing that goes wrong is passed over: it is told, with an id that is in the log. */
    private void attempt(Account account, Message message, Runnable deed) {
        try {
            deed.run();
        } catch (Inbox.TooLong e) {
            whisper(message.getAuthor(), words(account, message).of("adapters.webchat.too-long", Inbox.MAX_TEXT + ""));
        } catch (RuntimeException e) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            log.error("a Discord message failed [{}]", reference, e);
            whisper(message.getAuthor(), words(account, message).of("adapters.webchat.internal", reference));
        }
    }

    private static void whisper(User to, String text) {
        to.openPrivateChannel()
                .flatMap(channel -> channel.sendMessage(Cut.off(text, Message.MAX_CONTENT_LENGTH)))
                .queue(sent -> {}, failure -> log.info("somebody could not be told: {}", failure.getMessage()));
    }

    private Reception reception() {
        return desks.reception();
    }
}
