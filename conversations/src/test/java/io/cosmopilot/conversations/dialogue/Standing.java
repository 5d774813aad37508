package io.cosmopilot.conversations.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Desk.Mode;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Message.Author;
import io.cosmopilot.conversations.Speaker;
import io.cosmopilot.conversations.Transcripts;
import io.cosmopilot.conversations.engine.Dependence;
import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Flows;
import io.cosmopilot.conversations.engine.Step;
import io.cosmopilot.conversations.engine.Work;
import io.cosmopilot.conversations.turns.Choices;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Turns;

/** A conversation that is put in the middle of a flow, and what is then said and heard. */
final class Standing {

    private final Transcript chat;
    private final Locale locale;
    private final Speaker speaker;
    private final UUID conversation;
    private List<Block> asked = List.of();

    Standing(Transcript chat, Locale locale) {
        this(chat, locale, "web");
    }

    private Standing(Transcript chat, Locale locale, String channel) {
        this.chat = chat;
        this.locale = locale;
        this.speaker = new Speaker(channel, "wei", locale);
        this.conversation = UUID.fromString(chat.bean(Inbox.class).open(speaker).id());
    }

    Standing onAnotherChannel() {
        Standing there = new Standing(chat, locale, "slack");
        there.asked = asked;
        return there;
    }

    /** Asks the open question of the draft; nothing else is going on. */
    Draft stand(Draft draft) {
        Heard heard = after(() -> clear(exchange -> chat.bean(Stage.class).go(exchange, draft)));
        asked = heard.messages().isEmpty()
                ? List.of()
                : heard.messages().getLast().blocks();
        Draft top = top();
        return top == null ? draft : top;
    }

    /** Waits for the work of the draft. */
    void work(Draft draft, Work work) {
        clear(exchange -> {
            exchange.pause(true);
            exchange.working().add(draft);
        });
    }

    private void clear(Consumer<Exchange> then) {
        chat.bean(Turns.class).take(conversation, UUID.randomUUID().toString(), exchange -> {
            exchange.handTo(Mode.BOT, null, null);
            exchange.stack().clear();
            exchange.working().clear();
            exchange.pause(false);
            exchange.stumbles(0);
            exchange.wishes(Map.of());
            exchange.done(null);
            then.accept(exchange);
        });
    }

    Heard says(String text) {
        return receive(new Incoming.Said(UUID.randomUUID().toString(), text));
    }

    /** Presses the button of the latest message that has it. */
    Heard presses(String choice) {
        long seq = chat.bean(Transcripts.class).after(conversation.toString(), 0).reversed().stream()
                .filter(message -> ids(List.of(message)).contains(choice))
                .findFirst()
                .map(Message::seq)
                .orElse(1L);
        return receive(new Incoming.Chose(UUID.randomUUID().toString(), seq, choice));
    }

    private Heard receive(Incoming incoming) {
        return after(() -> chat.bean(Inbox.class).receive(speaker, incoming));
    }

    /** What the bot says while this happens. */
    Heard after(Runnable deed) {
        long before = chat.bean(Turns.class).find(conversation).orElseThrow().lastSeq();
        deed.run();
        return new Heard(
                chat.bean(Transcripts.class).after(conversation.toString(), before).stream()
                        .filter(message -> message.author() == Author.BOT)
                        .toList(),
                chat.bean(MessageSource.class),
                locale,
                "");
    }

    List<Draft> stack() {
        List<Draft> stack = new ArrayList<>();
        chat.bean(Turns.class)
                .take(conversation, UUID.randomUUID().toString(), exchange -> stack.addAll(exchange.stack()));
        return stack;
    }

    @Nullable
    Draft top() {
        List<Draft> stack = stack();
        return stack.isEmpty() ? null : stack.getLast();
    }

    /** Whether all the answers are there still. */
    boolean keeps(Draft before) {
        Draft now = top();
        return now != null && now.answers().equals(before.answers());
    }

    Mode mode() {
        return chat.bean(Turns.class).find(conversation).orElseThrow().mode();
    }

    /** Whether the flow stands where it stood, and its question is the last thing that was said, as it was. */
    boolean isAsked(Draft before, Heard heard) {
        Draft now = top();
        return now != null
                && now.step().equals(before.step())
                && now.answers().equals(before.answers())
                && !heard.messages().isEmpty()
                && heard.messages().getLast().blocks().equals(asked);
    }

    boolean isFree(Draft draft) {
        return step(draft).filter(Step::freeText).isPresent();
    }

    Optional<Work> work(Draft draft) {
        return step(draft).filter(Work.class::isInstance).map(Work.class::cast);
    }

    private Optional<Step> step(Draft draft) {
        return flow(draft).step(draft.step());
    }

    private Flow flow(Draft draft) {
        return chat.bean(Flows.class).find(draft.flow()).orElseThrow();
    }

    /** Those of the answers that changed of themselves, not because another did. */
    Set<String> roots(Draft draft, Set<String> changed) {
        return Dependence.roots(flow(draft), changed);
    }

    private static List<String> ids(List<Message> messages) {
        return messages.stream()
                .flatMap(message -> Choices.of(message.blocks()).stream())
                .map(Block.Choice::id)
                .toList();
    }

    /** What the bot said. */
    record Heard(List<Message> messages, MessageSource words, Locale locale, String note) {

        Heard and(String more) {
            return new Heard(messages, words, locale, more);
        }

        boolean isSomething() {
            return !messages.isEmpty();
        }

        int count() {
            return messages.stream()
                    .mapToInt(message -> message.blocks().size())
                    .sum();
        }

        boolean offers(String choice) {
            return choices().contains(choice);
        }

        List<String> choices() {
            return ids(messages);
        }

        boolean mentions(String text) {
            return String.valueOf(texts()).contains(text);
        }

        /** Whether the text of the key was said, whatever stands in the places of its arguments. */
        boolean says(String key) {
            List<String> parts = Stream.of(words.getMessage(key, new Object[] {"§", "§"}, locale)
                            .split("§", -1))
                    .filter(part -> !part.isBlank())
                    .toList();
            return texts().stream().anyMatch(text -> parts.stream().allMatch(text::contains));
        }

        private List<String> texts() {
            return messages.stream()
                    .flatMap(message -> message.blocks().stream())
                    .map(String::valueOf)
                    .toList();
        }

        @Override
        public String toString() {
            return note
                    + messages.stream()
                            .map(message -> String.valueOf(message.blocks()))
                            .collect(Collectors.joining(" | "));
        }
    }
}
