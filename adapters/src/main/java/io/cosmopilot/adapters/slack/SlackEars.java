package io.cosmopilot.adapters.slack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.response.Option;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.BlockSuggestionContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import org.jspecify.annotations.Nullable;

import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.adapters.words.WordsForReader;
import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Reception;
import io.cosmopilot.conversations.Transcripts;

/**
 * Hears what happens on Slack and hands it in; only then it is acknowledged. What throws is not acknowledged, and Slack
 * tells it again.
 */
final class SlackEars {

    private static final Pattern PRESSED = Pattern.compile("(press|pick|form|open).*");
    private static final Pattern PICKED = Pattern.compile("pick.*");

    private final Reception reception;
    private final Transcripts transcripts;
    private final SlackWeb web;
    private final SlackPeople people;
    private final SlackShares shares;
    private final SlackHomes homes;
    private final Set<String> supportChannels;
    private final WordsForReader words;
    private volatile String team = "";

    SlackEars(
            Reception reception,
            Transcripts transcripts,
            SlackWeb web,
            SlackPeople people,
            SlackShares shares,
            SlackHomes homes,
            Set<String> supportChannels,
            WordsForReader words) {
        this.reception = reception;
        this.transcripts = transcripts;
        this.web = web;
        this.people = people;
        this.shares = shares;
        this.homes = homes;
        this.supportChannels = Set.copyOf(supportChannels);
        this.words = words;
    }

    /** From now on only this workspace is listened to. */
    void of(String workspace) {
        team = workspace;
    }

    App listenThrough(App app) {
        return app.event(MessageEvent.class, (event, context) -> {
                    if (ours(event.getTeamId())) {
                        said(event.getEventId(), event.getEvent());
                    }
                    return context.ack();
                })
                .event(MessageFileShareEvent.class, (event, context) -> {
                    if (ours(event.getTeamId())) {
                        shared(event.getEventId(), event.getEvent());
                    }
                    return context.ack();
                })
                .event(AppMentionEvent.class, (event, context) -> {
                    if (ours(event.getTeamId())) {
                        mentioned(event.getEventId(), event.getEvent());
                    }
                    return context.ack();
                })
                .event(AppHomeOpenedEvent.class, (event, context) -> {
                    if (ours(event.getTeamId())) {
                        homes.show(
                                account(event.getEvent().getUser()),
                                people.locale(event.getEvent().getUser()));
                    }
                    return context.ack();
                })
                .command("/cosmo", (request, context) -> commanded(request.getPayload(), context))
                .blockAction(PRESSED, (request, context) -> {
                    if (ours(request.getPayload().getTeam().getId())) {
                        request.getPayload().getActions().forEach(action -> acted(request.getPayload(), action));
                    }
                    return context.ack();
                })
                .blockSuggestion(PICKED, (request, context) -> suggested(request.getPayload(), context))
                .viewSubmission(SlackForms.CALLBACK, (request, context) -> submitted(request.getPayload(), context));
    }

    private boolean ours(String workspace) {
        return team.equals(workspace);
    }

    private Account account(String user) {
        return people.account(team, user);
    }

    private void said(String id, MessageEvent event) {
        if (event.getBotId() != null || event.getUser() == null) {
            return;
        }
        if ("im".equals(event.getChannelType())) {
            say(id, event.getUser(), event.getText());
        } else if (supportChannels.contains(event.getChannel()) && event.getThreadTs() != null) {
            write(id, event.getUser(), event.getChannel(), event.getThreadTs(), event.getText());
        }
    }

    private void mentioned(String id, AppMentionEvent event) {
        String text = event.getText().replaceAll("<@[A-Z0-9]+>", "").strip();
        // In the thread of a support channel it is heard as a message already.
        if (event.getThreadTs() == null || !supportChannels.contains(event.getChannel())) {
            say(id, event.getUser(), text.isEmpty() ? "help" : text);
            Words reader = words.in(people.locale(event.getUser()));
            web.whisper(
                    event.getChannel(), event.getThreadTs(), event.getUser(), reader.of("adapters.slack.elsewhere"));
        }
    }

    private void say(String id, String user, String text) {
        Account account = account(user);
        try {
            reception.receive(account, people.locale(user), new Incoming.Said(id, plain(text)));
        } catch (Inbox.TooLong e) {
            tell(user, id, reader -> reader.of("adapters.webchat.too-long", String.valueOf(Inbox.MAX_TEXT)));
        }
    }

    /** Tells somebody what no conversation tells. */
    private void tell(String user, String id, Function<Words, String> said) {
        Words reader = words.in(reception.locale(account(user), people.locale(user)));
        web.post(user, null, new Rendered(said.apply(reader), List.of(), List.of()), id);
    }

    private void shared(String id, MessageFileShareEvent event) {
        if (!"im".equals(event.getChannelType()) || event.getUser() == null) {
            return;
        }
        String text = event.getText() == null ? "" : plain(event.getText());
        AtomicInteger number = new AtomicInteger();
        shares.take(event.getFiles().stream()
                .map(file -> SlackFile.of(id + ":" + number.getAndIncrement(), team, event.getUser(), file, text))
                .toList());
    }

    private void write(String id, String user, String channel, String thread, String text) {
        Reception.Answer answer =
                reception.write(account(user), people.locale(user), id, channel + "/" + thread, plain(text));
        if (answer instanceof Reception.Told told) {
            web.whisper(channel, thread, user, told.text());
        }
    }

    private Response commanded(SlashCommandPayload command, SlashCommandContext context) {
        if (!ours(command.getTeamId())) {
            return context.ack();
        }
        String line = command.getText() == null ? "" : command.getText().strip();
        say(command.getTriggerId(), command.getUserId(), line.isEmpty() ? "help" : line);
        boolean here = String.valueOf(command.getChannelId()).startsWith("D");
        return here
                ? context.ack()
                : context.ack(words.in(people.locale(command.getUserId())).of("adapters.slack.elsewhere"));
    }

    private void acted(BlockActionPayload payload, BlockActionPayload.Action action) {
        String id = payload.getTriggerId();
        String user = payload.getUser().getId();
        if (action.getActionId().startsWith("press:")) {
            Press.parse(action.getValue()).ifPresent(press -> pressed(payload, id, user, press));
        } else if (action.getActionId().startsWith("form:")) {
            Press.parse(action.getValue()).ifPresent(press -> opened(id, user, press));
        } else if (action.getActionId().startsWith("pick:") && action.getSelectedOption() != null) {
            Press.parse(action.getBlockId())
                    .map(press -> press.choosing(
                            picked(user, press, action.getSelectedOption().getValue())))
                    .ifPresent(press -> pressed(payload, id, user, press));
        }
    }

    /** The choice that an option of a select stands for. */
    private String picked(String user, Press press, String value) {
        return reception
                .find(account(user), press.conversation(), press.seq())
                .map(message -> Handle.meant(value, choices(message)))
                .orElse(value);
    }

    private static List<Block.Choice> choices(Message message) {
        return message.blocks().stream()
                .flatMap(block -> block instanceof Block.Choices some ? some.choices().stream() : Stream.empty())
                .toList();
    }

    private void pressed(BlockActionPayload payload, String id, String user, Press press) {
        Account account = account(user);
        Locale locale = people.locale(user);
        if (!press.agents()) {
            reception.receive(account, locale, new Incoming.Chose(id, press.seq(), press.choice()));
            return;
        }
        String channel = payload.getChannel().getId();
        String thread =
                payload.getContainer() == null ? null : payload.getContainer().getThreadTs();
        answer(reception.press(account, locale, id, press.choice()), account, id, channel, thread, user);
    }

    private void answer(
            Reception.Answer answer,
            Account account,
            String trigger,
            String channel,
            @Nullable String thread,
            String user) {
        switch (answer) {
            case Reception.Told told -> web.whisper(channel, thread, user, told.text());
            case Reception.Ask ask ->
                web.open(
                        trigger,
                        SlackForms.modal(
                                ask.form(),
                                channel + " " + Press.ofAgents(ask.choice()),
                                words.in(reception.locale(account, people.locale(user)))));
            case Reception.Mend mend ->
                web.whisper(
                        channel, thread, user, String.join("\n", mend.errors().values()));
            case Reception.Nothing none -> {}
        }
    }

    private void opened(String trigger, String user, Press press) {
        Account account = account(user);
        reception
                .find(account, press.conversation(), press.seq())
                .flatMap(SlackEars::form)
                .ifPresent(form -> web.open(
                        trigger,
                        SlackForms.modal(
                                form, press.toString(), words.in(reception.locale(account, people.locale(user))))));
    }

    private Response submitted(ViewSubmissionPayload payload, ViewSubmissionContext context) {
        String carried = payload.getView().getPrivateMetadata();
        int space = carried.indexOf(' ');
        Optional<Press> press = Press.parse(carried.substring(space + 1));
        if (press.isEmpty() || !ours(payload.getTeam().getId())) {
            return context.ack();
        }
        Map<String, String> fields = SlackForms.fields(payload.getView().getState());
        Map<String, String> errors = press.get().agents()
                ? decided(payload, carried.substring(0, Math.max(space, 0)), press.get(), fields)
                : filledIn(payload, press.get(), fields);
        return errors.isEmpty() ? context.ack() : context.ackWithErrors(SlackForms.errors(errors));
    }

    private Map<String, String> decided(
            ViewSubmissionPayload payload, String channel, Press press, Map<String, String> fields) {
        String user = payload.getUser().getId();
        Account account = account(user);
        Reception.Answer answer =
                reception.submit(account, people.locale(user), payload.getTriggerId(), press.choice(), fields);
        if (answer instanceof Reception.Mend mend) {
            return mend.errors();
        }
        answer(answer, account, payload.getTriggerId(), channel, null, user);
        return Map.of();
    }

    /** A form that was asked again stands in a later message: what is mended belongs to that one. */
    private Map<String, String> filledIn(ViewSubmissionPayload payload, Press press, Map<String, String> fields) {
        String user = payload.getUser().getId();
        Account account = account(user);
        Optional<Message> asked = reception.find(account, press.conversation(), press.seq());
        Optional<String> title = asked.flatMap(SlackEars::form).map(Block.Form::title);
        long seq = transcripts.after(press.conversation(), press.seq()).stream()
                .filter(message -> form(message).map(Block.Form::title).equals(title))
                .mapToLong(Message::seq)
                .max()
                .orElse(press.seq());
        if (asked.isEmpty()) {
            return Map.of();
        }
        Map<String, String> meant = asked.flatMap(SlackEars::form)
                .map(form -> SlackForms.meant(form, fields))
                .orElse(fields);
        Inbox.Receipt receipt = reception.receive(
                account, people.locale(user), new Incoming.Submitted(payload.getTriggerId(), seq, meant));
        return transcripts.after(receipt.conversation(), receipt.seq()).stream()
                .flatMap(message -> form(message).stream())
                .filter(form -> title.filter(form.title()::equals).isPresent())
                .flatMap(form -> form.fields().stream())
                .filter(field -> field.error() != null)
                .collect(Collectors.toMap(
                        Block.Field::name, field -> String.valueOf(field.error()), (first, second) -> second));
    }

    private Response suggested(BlockSuggestionPayload payload, BlockSuggestionContext context) {
        Account account = account(payload.getUser().getId());
        List<Option> options = Press.parse(payload.getBlockId()).stream()
                .filter(press -> ours(payload.getTeam().getId()))
                .flatMap(press -> reception
                        .options(
                                account,
                                press.conversation(),
                                press.seq(),
                                payload.getValue() == null ? "" : payload.getValue())
                        .stream())
                .map(choice -> new Option(
                        PlainTextObject.builder()
                                .text(Mrkdwn.shortened(
                                        choice.label() == null ? choice.id() : choice.label(), Kit.LABEL))
                                .build(),
                        Handle.of(choice.id())))
                .toList();
        return context.ack(answer -> answer.options(options));
    }

    private static Optional<Block.Form> form(Message message) {
        return message.blocks().stream()
                .filter(Block.Form.class::isInstance)
                .map(Block.Form.class::cast)
                .findFirst();
    }

    /** Slack writes these three as it writes HTML, and addresses within angle brackets. */
    private static String plain(@Nullable String text) {
        String said = text == null ? "" : text;
        return Mrkdwn.plain(said.replaceAll("<(https?://[^|>]+)\\|[^>]*>", "$1")
                .replaceAll("<(https?://[^>]+)>", "$1")
                .replaceAll("<mailto:[^|>]+\\|([^>]+)>", "$1"));
    }
}
