package io.cosmopilot.conversations.dialogue;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.context.MessageSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Speaker;
import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.engine.Emission;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Flows;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Step;
import io.cosmopilot.conversations.engine.Turn;
import io.cosmopilot.conversations.engine.Words;
import io.cosmopilot.conversations.engine.Work;
import io.cosmopilot.conversations.turns.Choices;
import io.cosmopilot.conversations.turns.Turns;

/** Tries everything that can be pressed, filled in or said in a flow, from each state that it comes to. */
final class Walk {

    /** What is said where nothing can be pressed. */
    static final List<String> WORDS = List.of(
            "",
            "yes",
            "no",
            "blog",
            "shop-2",
            "nginx",
            "nginx:1.27",
            "kstore/nginx:1.27",
            "20Gi",
            "3",
            "80",
            "blog.apps.localhost",
            "/",
            "wang",
            "https://github.com/example/shop.git",
            "the shop of the spring campaign",
            "KEY=value",
            "a: b",
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\ndata:\n  a: b\n",
            World.TEMPLATE,
            "💥 {{ }} '");

    private static final List<String> GLOBAL = List.of("cancel", "human", "help", "back");
    /** With nothing, with what is not there, and with what no button of the beginning offers. */
    private static final List<Map<String, String>> BEGINNINGS =
            List.of(Map.of(), Map.of("application", "nowhere"), Map.of("action", "admit"));

    private static final int STATES = 150;

    private final Transcript chat;
    private final Set<String> repaired;
    private final Flows flows;
    private final Locale locale;
    private final UUID conversation;
    private final TreeSet<String> reached = new TreeSet<>();
    private final TreeSet<String> faults = new TreeSet<>();
    private final List<Draft> standing = new ArrayList<>();

    /**
     * A walk.
     *
     * @param repaired the steps at which the words that always work were tried already, in this world or another
     */
    Walk(Transcript chat, Set<String> repaired) {
        this.repaired = repaired;
        this.chat = chat;
        this.flows = chat.bean(Flows.class);
        this.locale = Locale.ENGLISH;
        this.conversation =
                UUID.fromString(chat.bean(Inbox.class).open(speaker()).id());
    }

    Set<String> reached() {
        return reached;
    }

    Set<String> faults() {
        return faults;
    }

    /** One draft at each step that was reached. */
    List<Draft> standing() {
        return standing;
    }

    void through(Flow flow) {
        Map<String, Draft> first = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        Map<String, Boolean> leads = new HashMap<>();
        Deque<Draft> open = new ArrayDeque<>();
        begin(flow).forEach(open::add);
        while (!open.isEmpty() && seen.size() < STATES) {
            Draft draft = open.poll();
            // Which answers there are, and what is to be done, decide where it goes on.
            if (!seen.add(draft.step() + " " + draft.answers().getOrDefault("action", "") + " "
                    + draft.answers().keySet().stream().sorted().toList())) {
                continue;
            }
            first.putIfAbsent(draft.step(), draft);
            reached.add(flow.name() + "." + draft.step());
            List<Draft> next = next(flow, draft);
            leads.merge(draft.step(), !next.isEmpty() || offersMore(draft), (one, other) -> one || other);
            // New steps first: depth before breadth.
            next.forEach(found -> {
                if (first.containsKey(found.step())) {
                    open.addLast(found);
                } else {
                    open.addFirst(found);
                }
            });
        }
        leads.forEach((step, on) -> {
            if (!on) {
                faults.add("dead end: " + flow.name() + "." + step);
            }
        });
        first.values().forEach(draft -> repair(flow, draft));
        standing.addAll(first.values());
    }

    /** While a person thinks, somebody else takes the names. */
    void onceNamesAreTaken() {
        WORDS.stream()
                .filter(word -> word.matches("[a-z][a-z0-9-]+"))
                .forEach(name -> chat.platform().grant("somebody", name));
        for (Draft draft : standing) {
            Flows.Moved moved = turn("again " + draft.flow() + "." + draft.step(), turn -> flows.go(turn, draft));
            if (moved != null && moved.draft() != null) {
                reached.add(draft.flow() + "." + moved.draft().step());
            }
        }
    }

    private List<Draft> begin(Flow flow) {
        List<Draft> begun = new ArrayList<>();
        for (Map<String, String> known : BEGINNINGS) {
            Flows.Moved moved = turn(flow.name() + " begins", turn -> flows.begin(turn, flow.name(), known));
            if (moved != null && moved.draft() != null) {
                begun.add(moved.draft());
            }
        }
        return begun;
    }

    private List<Draft> next(Flow flow, Draft draft) {
        List<Draft> found = new ArrayList<>();
        Step step = flow.step(draft.step()).orElseThrow();
        for (Input input : inputs(step, draft)) {
            Flows.Moved moved =
                    turn(flow.name() + "." + step.name() + " on " + input, turn -> flows.take(turn, draft, input));
            if (moved == null || moved.notMeant()) {
                continue;
            }
            Draft to = moved.draft();
            if (to == null) {
                found.add(new Draft(draft.id(), flow.name(), flow.version(), step.name(), draft.answers(), Map.of()));
            } else if (!to.step().equals(draft.step()) || !to.answers().equals(draft.answers())) {
                found.add(to);
            }
        }
        return found;
    }

    private List<Input> inputs(Step step, Draft draft) {
        List<Input> inputs = new ArrayList<>();
        if (step instanceof Work work) {
            work.awaited().forEach(report -> inputs.add(new Input.News(Samples.of(report))));
            return inputs;
        }
        for (Block block : asked(draft)) {
            Choices.of(List.of(block)).forEach(choice -> inputs.add(new Input.Pick(choice.id())));
            if (block instanceof Block.Form form) {
                inputs.add(new Input.Fields(filled(form, "blog")));
                inputs.add(new Input.Fields(Map.of()));
            }
        }
        WORDS.forEach(word -> inputs.add(new Input.Text(word)));
        return inputs;
    }

    private static Map<String, String> filled(Block.Form form, String otherwise) {
        Map<String, String> fields = new HashMap<>();
        for (Block.Field field : form.fields()) {
            Object value = field.value();
            List<Block.Choice> options = field.options();
            String first = options == null || options.isEmpty()
                    ? otherwise
                    : options.getFirst().id();
            fields.put(field.name(), value != null ? String.valueOf(value) : number(field) ? "1" : first);
        }
        return fields;
    }

    private static boolean number(Block.Field field) {
        return field.kind() == Block.Kind.NUMBER;
    }

    private List<Block> asked(Draft draft) {
        List<Block> blocks = new ArrayList<>();
        turn("asking " + draft.flow() + "." + draft.step(), turn -> {
            Flows.Moved moved = flows.go(turn, draft);
            turn.emissions().stream().map(Emission::blocks).forEach(blocks::addAll);
            return moved;
        });
        return blocks;
    }

    /** A question that only other flows can answer offers them. */
    private boolean offersMore(Draft draft) {
        return Choices.of(asked(draft)).stream()
                .anyMatch(choice ->
                        flows.find(choice.id()).isPresent() || choice.id().equals("cancel"));
    }

    /** In the real dialogue, from a conversation that stands there. */
    private void repair(Flow flow, Draft draft) {
        boolean asks = flow.step(draft.step()).orElseThrow().asks();
        if (!asks || !repaired.add(flow.name() + "." + draft.step())) {
            return;
        }
        for (String word : GLOBAL) {
            stand(draft);
            long before = last();
            chat.bean(Inbox.class)
                    .receive(speaker(), new Incoming.Said(UUID.randomUUID().toString(), word));
            List<Message> answered =
                    chat.bean(io.cosmopilot.conversations.Transcripts.class).after(conversation.toString(), before + 1);
            boolean apologised = answered.stream()
                    .anyMatch(message -> Choices.of(message.blocks()).stream()
                            .anyMatch(choice -> choice.id().equals("again")));
            if (answered.isEmpty() || apologised) {
                faults.add(flow.name() + "." + draft.step() + ": " + word + " leads nowhere");
            }
        }
    }

    private void stand(Draft draft) {
        chat.bean(Turns.class).take(conversation, UUID.randomUUID().toString(), exchange -> {
            exchange.handTo(io.cosmopilot.conversations.Desk.Mode.BOT, null, null);
            exchange.stack().clear();
            exchange.working().clear();
            exchange.pause(false);
            exchange.stack().add(draft);
        });
    }

    private long last() {
        return chat.bean(Turns.class).find(conversation).orElseThrow().lastSeq();
    }

    private Flows.@org.jspecify.annotations.Nullable Moved turn(
            String what, java.util.function.Function<Turn, Flows.Moved> play) {
        Words words = new Words(chat.bean(MessageSource.class), locale);
        Turn turn = new Turn(conversation.toString(), "wei", words, Instant.EPOCH);
        try {
            return new TransactionTemplate(chat.bean(PlatformTransactionManager.class))
                    .execute(status -> play.apply(turn));
        } catch (RuntimeException e) {
            faults.add(what + ": " + e);
            return null;
        }
    }

    private static Speaker speaker() {
        return new Speaker("web", "wei", Locale.ENGLISH);
    }
}
