package io.cosmopilot.adapters.discord;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;

import io.cosmopilot.adapters.words.Languages;
import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Reception;

/** Takes what people do with commands, buttons, selects and forms. The interaction's id is the event's. */
final class Presses {

    private static final Logger log = LoggerFactory.getLogger(Presses.class);
    /** Discord waits three seconds. */
    private static final long DEFER_AFTER_MILLIS = 2_000;

    private final Desks desks;
    private final Proposals proposals;
    private final Openings openings;
    private final Fillings fillings;
    private final MessageSource messages;

    Presses(Desks desks, Proposals proposals, Openings openings, Fillings fillings, MessageSource messages) {
        this.desks = desks;
        this.proposals = proposals;
        this.openings = openings;
        this.fillings = fillings;
        this.messages = messages;
    }

    void command(Account account, SlashCommandInteractionEvent event) {
        String name = String.valueOf(event.getSubcommandName());
        Map<String, String> filled = new HashMap<>();
        event.getOptions().forEach((OptionMapping option) -> filled.put(option.getName(), option.getAsString()));
        turn(account, event, reply -> {
            String line = Cosmo.line(name, filled);
            boolean opened = began(event);
            reception().receive(account, locale(event), new Incoming.Said(event.getId(), line));
            boolean taken = reply.say(text("▸ " + Rendering.escaped(Cosmo.shown(name, filled))));
            answered(event, opened, taken);
        });
    }

    void complete(Account account, CommandAutoCompleteInteractionEvent event) {
        event.replyChoices(proposals.of(
                        account,
                        locale(event),
                        event.getFocusedOption().getName(),
                        event.getFocusedOption().getValue()))
                .queue(done -> {}, failure -> log.debug("proposals came too late: {}", failure.getMessage()));
    }

    void button(Account account, ButtonInteractionEvent event) {
        Optional<Key> key = Key.parse(String.valueOf(event.getCustomId()));
        if (key.isPresent() && key.get() instanceof Key.Fill fill) {
            turn(account, event, reply -> open(account, event, fill, reply));
        } else {
            turn(account, event, reply -> pressed(account, event, key, reply));
        }
    }

    void select(Account account, StringSelectInteractionEvent event) {
        String value = event.getValues().stream().findFirst().orElse("");
        Optional<Key> key = Key.parse(event.getCustomId()).map(menu -> chosen(menu, value));
        turn(account, event, reply -> pressed(account, event, key, reply));
    }

    void form(Account account, ModalInteractionEvent event) {
        Optional<Key> key = Key.parse(event.getModalId());
        turn(
                account,
                event,
                reply -> key.ifPresentOrElse(
                        known -> filled(account, event, known, reply), () -> unknown(account, event, reply)));
    }

    private void filled(Account account, ModalInteractionEvent event, Key key, Reply reply) {
        switch (key) {
            case Key.Fill fill -> submitted(account, event, fill, reply);
            case Key.Desk desk -> {
                var fields = Modals.plain(event.getValues());
                var told = reception().submit(account, locale(event), event.getId(), desk.choice(), fields);
                answer(account, event, desk.choice(), reply, told);
            }
            default -> unknown(account, event, reply);
        }
    }

    private void unknown(Account account, IReplyCallback event, Reply reply) {
        say(account, event, reply, "adapters.discord.unknown");
    }

    private static Key chosen(Key menu, String value) {
        if (menu instanceof Key.Menu own) {
            return value.matches("#\\d{1,4}")
                    ? new Key.Nth(own.conversation(), own.seq(), Integer.parseInt(value.substring(1)))
                    : new Key.Press(own.conversation(), own.seq(), value);
        }
        return menu instanceof Key.DeskMenu ? new Key.Desk(value) : menu;
    }

    private void pressed(Account account, IReplyCallback event, Optional<Key> key, Reply reply) {
        key.ifPresentOrElse(known -> pressed(account, event, known, reply), () -> unknown(account, event, reply));
    }

    private void pressed(Account account, IReplyCallback event, Key key, Reply reply) {
        switch (key) {
            case Key.Press press -> chose(account, event, press.conversation(), press.seq(), press.choice(), reply);
            case Key.Nth nth -> {
                Optional<String> choice = reception()
                        .find(account, nth.conversation().toString(), nth.seq())
                        .flatMap(message -> choice(message, nth.index()));
                chose(account, event, nth.conversation(), nth.seq(), choice.orElse(""), reply);
            }
            case Key.Desk desk ->
                answer(
                        account,
                        event,
                        desk.choice(),
                        reply,
                        reception().press(account, locale(event), event.getId(), desk.choice()));
            default -> unknown(account, event, reply);
        }
    }

    private void chose(Account account, IReplyCallback event, UUID conversation, long seq, String choice, Reply reply) {
        if (reception().find(account, conversation.toString(), seq).isEmpty()) {
            say(account, event, reply, "adapters.discord.elsewhere");
            return;
        }
        boolean opened = began(event);
        reception().receive(account, locale(event), new Incoming.Chose(event.getId(), seq, choice));
        answered(event, opened, reply.done());
    }

    private static Optional<String> choice(Message message, int index) {
        return message.blocks().stream()
                .flatMap(Presses::choices)
                .skip(index)
                .findFirst()
                .map(Block.Choice::id);
    }

    private static Stream<Block.Choice> choices(Block block) {
        return switch (block) {
            case Block.Choices choices -> choices.choices().stream();
            case Block.Confirm confirm -> confirm.choices().stream();
            case Block.Request request -> request.choices().stream();
            case Block.Rating rating -> rating.choices().stream();
            default -> Stream.empty();
        };
    }

    private void open(Account account, IReplyCallback event, Key.Fill fill, Reply reply) {
        Words words = words(account, event);
        boolean open = fillings.open(reception(), account, fill, words)
                .filter(reply::open)
                .isPresent();
        if (!open) {
            say(account, event, reply, "adapters.discord.elsewhere");
        }
    }

    private void submitted(Account account, ModalInteractionEvent event, Key.Fill fill, Reply reply) {
        Fillings.Outcome outcome = fillings.take(reception(), account, fill, event.getValues(), words(account, event));
        switch (outcome) {
            case Fillings.Whole whole -> {
                boolean opened = began(event);
                reception()
                        .receive(
                                account,
                                locale(event),
                                new Incoming.Submitted(event.getId(), fill.seq(), whole.fields()));
                fillings.forget(account, fill);
                answered(event, opened, reply.done());
            }
            case Fillings.Half half -> reply.say(List.of(half.next()));
            case Fillings.Unusable unusable -> reply.say(text(unusable.why()));
        }
    }

    private void answer(Account account, IReplyCallback event, String choice, Reply reply, Reception.Answer answer) {
        Words words = words(account, event);
        switch (answer) {
            case Reception.Nothing nothing -> reply.done();
            case Reception.Told told -> reply.say(text(told.text()));
            case Reception.Ask ask -> {
                Key key = new Key.Desk(ask.choice());
                if (!reply.open(Modals.of(ask.form(), 0, key, Map.of(), words))) {
                    reply.say(List.of(again(words.of("adapters.discord.form.again"), ask.choice(), words)));
                }
            }
            case Reception.Mend mend ->
                reply.say(List.of(again(
                        mend.errors().values().stream()
                                .map(error -> "⚠️ " + error)
                                .collect(Collectors.joining("\n")),
                        choice,
                        words)));
        }
    }

    private static MessageCreateData again(String text, String choice, Words words) {
        return new MessageCreateBuilder()
                .setContent(Cut.off(text, 2000))
                .setComponents(
                        ActionRow.of(Button.primary(new Key.Desk(choice).id(), words.of("adapters.discord.form.open"))))
                .build();
    }

    /** On a server, what is said next is said there, in private. */
    private boolean began(IReplyCallback event) {
        if (event.isFromGuild()) {
            openings.begin(event.getId(), event.getUser().getId(), event.getToken());
        } else {
            openings.closeAll(event.getUser().getId());
        }
        return event.isFromGuild();
    }

    private void answered(IReplyCallback event, boolean opened, boolean taken) {
        if (opened && taken) {
            openings.answered(event.getId());
        } else if (opened) {
            openings.failed(event.getId());
        }
    }

    private void turn(Account account, IReplyCallback event, java.util.function.Consumer<Reply> deed) {
        Reply reply = new Reply(event);
        CompletableFuture<Void> deferral = CompletableFuture.runAsync(
                reply::defer, CompletableFuture.delayedExecutor(DEFER_AFTER_MILLIS, TimeUnit.MILLISECONDS));
        try {
            deed.accept(reply);
        } catch (Inbox.TooLong e) {
            reply.say(text(words(account, event).of("adapters.webchat.too-long", String.valueOf(Inbox.MAX_TEXT))));
        } catch (RuntimeException e) {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            log.error("a Discord interaction failed [{}]", reference, e);
            reply.say(text(words(account, event).of("adapters.webchat.internal", reference)));
        } finally {
            deferral.cancel(false);
        }
    }

    private void say(Account account, IReplyCallback event, Reply reply, String key) {
        reply.say(text(words(account, event).of(key)));
    }

    private static List<MessageCreateData> text(String text) {
        Sheets sheets = new Sheets();
        sheets.say(text);
        return sheets.done();
    }

    private Words words(Account account, Interaction event) {
        return new Words(messages, Languages.choose(reception().locale(account, locale(event))));
    }

    private static Locale locale(Interaction event) {
        return event.getUserLocale().toLocale();
    }

    private Reception reception() {
        return desks.reception();
    }
}
