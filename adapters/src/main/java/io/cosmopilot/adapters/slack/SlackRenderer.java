package io.cosmopilot.adapters.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.adapters.slack.Rendered.Snippet;
import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Address;
import io.cosmopilot.conversations.Address.Audience;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Message.Author;
import io.cosmopilot.conversations.Reception;

/** Renders messages as Block Kit: a pure function of the message, of where it goes, and of the words. */
final class SlackRenderer {

    private static final int BUTTONS = 10;
    private static final int ROW = 5;
    private static final int LONG_ROW = 25;
    private static final int MANY = 50;
    private static final int LONG_FACT = 1_500;
    private static final int SHOWN_LINES = 15;
    private static final int ROWS_A_SECTION = 15;

    private final Address to;
    private final Message message;
    private final Words words;
    private final Function<String, String> pages;
    private final List<Map<String, Object>> blocks = new ArrayList<>();
    private final List<Snippet> files = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    private SlackRenderer(Address to, Message message, Words words, Function<String, String> pages) {
        this.to = to;
        this.message = message;
        this.words = words;
        this.pages = pages;
    }

    /** @param pages makes a path of the portal an address that can be opened */
    static Rendered render(Address to, Message message, Words words, Function<String, String> pages) {
        return new SlackRenderer(to, message, words, pages).rendered();
    }

    private Rendered rendered() {
        author();
        message.blocks().forEach(this::add);
        String text = texts.isEmpty() ? words.of("adapters.slack.message") : String.join("\n", texts);
        List<Map<String, Object>> fitting = fitting();
        return new Rendered(Mrkdwn.shortened(text, Kit.SECTION), fitting, files);
    }

    private List<Map<String, Object>> fitting() {
        if (blocks.size() <= Kit.MOST_BLOCKS) {
            return blocks;
        }
        Surplus surplus = Surplus.of(blocks);
        List<Map<String, Object>> fitting = new ArrayList<>(surplus.kept());
        if (surplus.text().isBlank()) {
            fitting.add(Kit.context(words.of("adapters.slack.more")));
        } else {
            fitting.add(Kit.context(words.of("adapters.slack.file")));
            file("txt", surplus.text());
        }
        return fitting;
    }

    /** The bot needs no name of its own where only the bot writes. */
    private void author() {
        String name = Mrkdwn.escape(message.name());
        if (message.author() == Author.PERSON || message.author() == Author.AGENT) {
            String sign = message.author() == Author.AGENT ? "🎧 " : "🙂 ";
            blocks.add(Kit.context(sign + "*" + name + "*"));
        } else if (to.thread() != null) {
            blocks.add(Kit.context("🤖 " + name));
        }
    }

    private void add(Block block) {
        switch (block) {
            case Block.Text text -> text(text.text());
            case Block.Choices choices -> choices(choices.choices());
            case Block.Form form -> form(form);
            case Block.Confirm confirm -> {
                text(confirm.text());
                choices(confirm.choices());
            }
            case Block.Progress progress -> progress(progress);
            case Block.Status status -> status(status);
            case Block.Code code -> code(code);
            case Block.Link link -> link(link);
            case Block.Request request -> request(request);
            case Block.Rating rating -> choices(rating.choices());
        }
    }

    private void text(String markdown) {
        String text = Mrkdwn.of(markdown);
        texts.add(text);
        Mrkdwn.pieces(text, Kit.SECTION).forEach(piece -> blocks.add(Kit.section(piece)));
    }

    private void choices(List<Block.Choice> choices) {
        if (choices.size() > BUTTONS && to.audience() == Audience.PERSON) {
            select(choices);
        } else {
            buttons(choices, Block.Choice::id);
        }
    }

    private void buttons(List<Block.Choice> choices, Function<Block.Choice, String> id) {
        List<Map<String, Object>> buttons = new ArrayList<>();
        for (Block.Choice choice : choices) {
            String value = press(id.apply(choice));
            if (value.length() <= Kit.VALUE) {
                String action = "press:" + blocks.size() + ":" + buttons.size();
                buttons.add(Kit.button(action, label(choice), value, style(choice)));
            } else {
                // It can still be typed.
                text("- " + label(choice));
            }
        }
        Kit.rows(buttons, buttons.size() > MANY ? LONG_ROW : ROW)
                .forEach(row -> blocks.add(Kit.actions("b" + blocks.size(), row)));
    }

    private void select(List<Block.Choice> choices) {
        Map<String, Object> select = Kit.object(
                "type",
                "external_select",
                "action_id",
                "pick:" + blocks.size(),
                "placeholder",
                Kit.plain(words.of("adapters.slack.search", choices.size()), 150),
                "min_query_length",
                0);
        blocks.add(Kit.actions(press(String.valueOf(blocks.size())), List.of(select)));
    }

    private String press(String choice) {
        return to.audience() == Audience.AGENTS
                ? Press.ofAgents(choice).toString()
                : Press.of(to.conversation(), message.seq(), choice).toString();
    }

    private void form(Block.Form form) {
        List<String> lines = form.fields().stream()
                .filter(field -> field.error() != null)
                .map(field ->
                        "⚠️ *" + Mrkdwn.escape(field.label()) + "* " + Mrkdwn.escape(String.valueOf(field.error())))
                .toList();
        String text =
                "*" + Mrkdwn.escape(form.title()) + "*" + (lines.isEmpty() ? "" : "\n" + String.join("\n", lines));
        texts.add(text);
        Mrkdwn.pieces(text, Kit.SECTION).forEach(piece -> blocks.add(Kit.section(piece)));
        if (to.audience() == Audience.PERSON) {
            Map<String, Object> open =
                    Kit.button("form:" + blocks.size(), words.of("adapters.slack.form.open"), press(""), "primary");
            blocks.add(Kit.actions("b" + blocks.size(), List.of(open)));
        }
    }

    private void progress(Block.Progress progress) {
        String steps = progress.steps().stream()
                .map(step -> sign(step.state()) + " " + Mrkdwn.escape(step.label()) + detail(step.detail()))
                .collect(Collectors.joining("\n"));
        String text = sign(progress.state()) + " *" + Mrkdwn.escape(progress.title()) + "*\n" + steps;
        texts.add(sign(progress.state()) + " " + Mrkdwn.escape(progress.title()));
        Mrkdwn.pieces(text, Kit.SECTION).forEach(piece -> blocks.add(Kit.section(piece)));
    }

    private void status(Block.Status status) {
        List<String> lines = status.rows().stream()
                .map(row -> health(row.health()) + " *" + Mrkdwn.escape(row.name()) + "*" + detail(row.detail()))
                .toList();
        texts.addAll(lines);
        Kit.rows(lines, ROWS_A_SECTION)
                .forEach(rows -> Mrkdwn.pieces(String.join("\n", rows), Kit.SECTION)
                        .forEach(piece -> blocks.add(Kit.section(piece))));
    }

    /** What is long is a file, with its beginning to look at. */
    private void code(Block.Code code) {
        if (code.text().length() <= Kit.SECTION) {
            blocks.add(Kit.preformatted(code.text().isEmpty() ? " " : code.text()));
            return;
        }
        String beginning = code.text().lines().limit(SHOWN_LINES).collect(Collectors.joining("\n"));
        blocks.add(Kit.preformatted(Mrkdwn.shortened(beginning, 1_000)));
        blocks.add(Kit.context(words.of("adapters.slack.file")));
        file(ending(code.language()), code.text());
    }

    private void file(String ending, String content) {
        String number = files.isEmpty() ? "" : "-" + (files.size() + 1);
        files.add(new Snippet("cosmopilot-" + message.seq() + number + "." + ending, content));
    }

    private void link(Block.Link link) {
        String href = link.href().startsWith("/") ? pages.apply(link.href()) : link.href();
        texts.add(Mrkdwn.escape(link.label() + ": " + href));
        if (href.matches("https?://.+") && href.length() <= Kit.URL) {
            blocks.add(
                    Kit.actions("b" + blocks.size(), List.of(Kit.link("open:" + blocks.size(), link.label(), href))));
        } else {
            Mrkdwn.pieces(Mrkdwn.escape(link.label() + ": " + href), Kit.SECTION)
                    .forEach(piece -> blocks.add(Kit.section(piece)));
        }
    }

    private void request(Block.Request request) {
        String state = words.of("adapters.slack.approval." + request.state());
        String title = "*" + Mrkdwn.escape(request.title()) + "*\n" + state;
        texts.add(Mrkdwn.escape(request.title()) + " " + state);
        blocks.add(Kit.section(Mrkdwn.shortened(title, Kit.SECTION)));
        List<String> facts = request.facts().stream()
                .filter(fact -> !isLong(fact))
                .map(fact -> label(fact) + "\n" + Mrkdwn.escape(fact.value()))
                .toList();
        Kit.rows(facts, 10).forEach(row -> blocks.add(Kit.fields(row)));
        // Whoever decides has to be able to read all of it.
        request.facts().stream().filter(SlackRenderer::isLong).forEach(fact -> {
            blocks.add(Kit.section(label(fact)));
            code(new Block.Code("txt", fact.value()));
        });
        boolean agents = to.audience() == Audience.AGENTS;
        buttons(request.choices(), choice -> agents ? Reception.choice(request, choice) : choice.id());
    }

    private static boolean isLong(Block.Fact fact) {
        return Mrkdwn.escape(fact.value()).length() > LONG_FACT;
    }

    private static String label(Block.Fact fact) {
        return Mrkdwn.shortened("*" + Mrkdwn.escape(fact.label()) + "*", Kit.SHORT);
    }

    private static String label(Block.Choice choice) {
        String label = choice.label();
        if (label != null) {
            return label;
        }
        return switch (choice.id()) {
            case "up" -> "👍";
            case "down" -> "👎";
            default -> choice.id();
        };
    }

    private static @Nullable String style(Block.Choice choice) {
        Block.Style style = choice.style();
        return switch (style == null ? Block.Style.PLAIN : style) {
            case PRIMARY -> "primary";
            case DANGER -> "danger";
            case PLAIN -> null;
        };
    }

    private static String sign(Block.State state) {
        return switch (state) {
            case WAITING -> "⬜";
            case RUNNING -> "⏳";
            case DONE -> "✅";
            case FAILED -> "❌";
        };
    }

    private static String health(String health) {
        return switch (health) {
            case "healthy" -> "🟢";
            case "progressing" -> "🟡";
            case "failed" -> "🔴";
            default -> "⚪";
        };
    }

    private static String detail(@Nullable String detail) {
        return detail == null || detail.isBlank() ? "" : "  " + Mrkdwn.escape(detail);
    }

    private static String ending(String language) {
        return language.matches("[a-z]{1,8}") ? language : "txt";
    }
}
