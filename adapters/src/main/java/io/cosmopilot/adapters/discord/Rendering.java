package io.cosmopilot.adapters.discord;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;

import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Address;
import io.cosmopilot.conversations.Address.Audience;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Message.Author;
import io.cosmopilot.conversations.Reception;

/**
 * A message as Discord shows it: one or more of its messages. A pure function; every limit of the platform is kept by
 * splitting, by selects, or by numbers that can be typed, never by an error.
 */
final class Rendering {

    private static final int MOST_BUTTONS = 10;
    private static final int SELECT = StringSelectMenu.OPTIONS_MAX_AMOUNT;
    /** More would push everything else out of sight. */
    private static final int MOST_MENUS = 4;

    private static final int MOST_LABEL = 80;
    private static final int SHORT_CODE = 1500;
    private static final int SHORT_LINES = 30;
    private static final int PREVIEW_LINES = 8;

    private final Message message;
    private final Address to;
    private final Words words;
    private final Sheets sheets = new Sheets();
    /** How many choices were shown before, for their numbers. */
    private int counted;

    private Rendering(Message message, Address to, Words words) {
        this.message = message;
        this.to = to;
        this.words = words;
    }

    static List<MessageCreateData> of(Message message, Address to, Words words) {
        Rendering rendering = new Rendering(message, to, words);
        rendering.author();
        message.blocks().forEach(rendering::block);
        List<MessageCreateData> done = rendering.sheets.done();
        return done.isEmpty() ? List.of(MessageCreateData.fromContent("…")) : done;
    }

    private void author() {
        boolean named = message.author() == Author.AGENT
                || (message.author() == Author.PERSON && to.audience() == Audience.AGENTS);
        if (named && !message.name().isBlank()) {
            sheets.say("**" + escaped(message.name()) + "**");
        }
    }

    private void block(Block block) {
        switch (block) {
            case Block.Text text -> sheets.say(text.text());
            case Block.Choices choices -> choices(choices.choices());
            case Block.Form form -> form(form);
            case Block.Confirm confirm -> {
                sheets.say(confirm.text());
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

    private void choices(List<Block.Choice> choices) {
        if (choices.size() <= MOST_BUTTONS) {
            choices.forEach(choice -> button(choice, pressed(choice)));
        } else if (choices.size() <= SELECT * MOST_MENUS) {
            menus(choices);
        } else {
            numbered(choices);
        }
    }

    private Key pressed(Block.Choice choice) {
        return to.audience() == Audience.AGENTS
                ? new Key.Desk(choice.id())
                : Key.press(conversation(), message.seq(), choice.id(), counted);
    }

    private void button(Block.Choice choice, Key key) {
        counted++;
        if (key.id().length() > Key.MOST) {
            sheets.say("%d. %s".formatted(counted, label(choice)));
            return;
        }
        sheets.add(Button.of(style(choice.style()), key.id(), Cut.off(label(choice), Button.LABEL_MAX_LENGTH)));
    }

    private static ButtonStyle style(Block.@Nullable Style style) {
        return style == null
                ? ButtonStyle.SECONDARY
                : switch (style) {
                    case PRIMARY -> ButtonStyle.PRIMARY;
                    case DANGER -> ButtonStyle.DANGER;
                    case PLAIN -> ButtonStyle.SECONDARY;
                };
    }

    private void menus(List<Block.Choice> choices) {
        boolean several = choices.size() > SELECT;
        for (int from = 0; from < choices.size(); from += SELECT) {
            List<Block.Choice> some = choices.subList(from, Math.min(choices.size(), from + SELECT));
            StringSelectMenu.Builder menu = StringSelectMenu.create(menu(from).id())
                    .setPlaceholder(several ? range(some) : words.of("adapters.discord.choose"));
            some.forEach(choice -> {
                menu.addOption(Cut.off(label(choice), SelectOption.LABEL_MAX_LENGTH), value(choice));
                counted++;
            });
            sheets.add(menu.build());
        }
    }

    private Key menu(int from) {
        int number = counted + from;
        return to.audience() == Audience.AGENTS
                ? new Key.DeskMenu(number)
                : new Key.Menu(conversation(), message.seq(), number);
    }

    /** The id of the choice, or its place when that is too long. */
    private String value(Block.Choice choice) {
        return choice.id().length() <= SelectOption.VALUE_MAX_LENGTH ? choice.id() : "#" + counted;
    }

    private String range(List<Block.Choice> some) {
        return Cut.off(
                Cut.off(label(some.getFirst()), 60) + " … " + Cut.off(label(some.getLast()), 60),
                StringSelectMenu.PLACEHOLDER_MAX_LENGTH);
    }

    private void numbered(List<Block.Choice> choices) {
        int first = counted + 1;
        counted += choices.size();
        sheets.say(words.of("adapters.discord.numbered") + "\n"
                + IntStream.range(0, choices.size())
                        .mapToObj(i -> "%d. %s".formatted(first + i, label(choices.get(i))))
                        .collect(Collectors.joining("\n")));
    }

    private static String label(Block.Choice choice) {
        String label = choice.label();
        if (label != null && !label.isBlank()) {
            return label;
        }
        return switch (choice.id()) {
            case "up" -> "👍";
            case "down" -> "👎";
            default -> choice.id();
        };
    }

    private void form(Block.Form form) {
        String faults = form.fields().stream()
                .filter(field -> field.error() != null)
                .map(field -> "⚠️ **" + field.label() + "** " + field.error())
                .collect(Collectors.joining("\n"));
        if (!faults.isEmpty()) {
            sheets.say(faults);
        }
        sheets.add(Button.primary(
                new Key.Fill(conversation(), message.seq(), 0).id(),
                Cut.off("✏️ " + form.title(), Button.LABEL_MAX_LENGTH)));
    }

    private void progress(Block.Progress progress) {
        String steps = progress.steps().stream().map(Rendering::step).collect(Collectors.joining("\n"));
        embeds(mark(progress.state()) + " " + progress.title(), steps, colour(progress.state()));
    }

    private static String step(Block.Step step) {
        String detail = step.detail();
        return mark(step.state()) + " " + step.label()
                + (detail == null || detail.isBlank()
                        ? ""
                        : "\n> " + detail.strip().replace("\n", "\n> "));
    }

    private static String mark(Block.State state) {
        return switch (state) {
            case WAITING -> "⬜";
            case RUNNING -> "⏳";
            case DONE -> "✅";
            case FAILED -> "❌";
        };
    }

    private static int colour(Block.State state) {
        return switch (state) {
            case WAITING, RUNNING -> Colour.GOING;
            case DONE -> Colour.GOOD;
            case FAILED -> Colour.BAD;
        };
    }

    private void status(Block.Status status) {
        String rows = status.rows().stream()
                .map(row -> "%s **%s** %s".formatted(mark(row.health()), row.name(), row.detail()))
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
        embeds("", rows, Colour.PLAIN);
    }

    private static String mark(String health) {
        return switch (health) {
            case "healthy" -> "🟢";
            case "progressing" -> "🟡";
            case "failed" -> "🔴";
            default -> "⚪";
        };
    }

    private void embeds(String title, String description, int colour) {
        String heading = title;
        List<String> pieces = Cut.up(description, MessageEmbed.DESCRIPTION_MAX_LENGTH);
        for (String piece : pieces.isEmpty() ? List.of("") : pieces) {
            EmbedBuilder embed = new EmbedBuilder().setColor(colour);
            if (!heading.isBlank()) {
                embed.setTitle(Cut.off(heading, MessageEmbed.TITLE_MAX_LENGTH));
            }
            if (!piece.isBlank()) {
                embed.setDescription(piece);
            }
            if (!embed.isEmpty()) {
                sheets.show(embed.build());
            }
            heading = "";
        }
    }

    private void code(Block.Code code) {
        boolean shown = code.text().length() <= SHORT_CODE
                && code.text().lines().count() <= SHORT_LINES
                && !code.text().contains("```");
        if (shown) {
            sheets.say("```%s\n%s\n```".formatted(code.language(), code.text().strip()));
            return;
        }
        String name = fileName(code.language());
        String beginning = code.text().lines().limit(PREVIEW_LINES).collect(Collectors.joining("\n"));
        sheets.say(words.of("adapters.discord.code.attached", name));
        if (!beginning.contains("```")) {
            sheets.say("```%s\n%s\n```".formatted(code.language(), Cut.off(beginning, SHORT_CODE)));
        }
        sheets.attach(name, code.text());
    }

    private static String fileName(String language) {
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "yaml", "yml" -> "manifest.yaml";
            case "json" -> "document.json";
            case "sh", "bash", "shell" -> "commands.sh";
            case "dockerfile" -> "Dockerfile.txt";
            case "log", "text", "" -> "log.txt";
            default -> language.matches("\\w{1,12}") ? "text." + language : "text.txt";
        };
    }

    /** Discord refuses buttons to addresses that are no public ones; a text is never refused. */
    private void link(Block.Link link) {
        boolean button = link.href().matches("https?://[\\w.-]+\\.[A-Za-z]{2,}(:\\d+)?(/\\S*)?")
                && link.href().length() <= Button.URL_MAX_LENGTH
                && !link.label().isBlank();
        if (button) {
            sheets.add(Button.link(link.href(), Cut.off(link.label(), Button.LABEL_MAX_LENGTH)));
        } else {
            sheets.say("%s: %s".formatted(link.label(), link.href()));
        }
    }

    private void request(Block.Request request) {
        List<Block.Fact> facts = request.facts();
        int room = room(facts.size());
        List<Block.Fact> cut =
                facts.stream().filter(fact -> fact.value().length() > room).toList();
        for (int from = 0; from == 0 || from < facts.size(); from += MessageEmbed.MAX_FIELD_AMOUNT) {
            EmbedBuilder embed = new EmbedBuilder()
                    .setColor(colour(request.state()))
                    .setTitle(Cut.off(request.title(), MessageEmbed.TITLE_MAX_LENGTH))
                    .setFooter(words.of("adapters.discord.approval." + request.state()));
            facts.stream().skip(from).limit(MessageEmbed.MAX_FIELD_AMOUNT).forEach(fact -> {
                String value = cut.contains(fact) ? beginning(fact, room, attached(cut.indexOf(fact))) : fact.value();
                embed.addField(
                        filled(Cut.off(fact.label(), MOST_LABEL)),
                        filled(value),
                        fact.value().length() <= 24);
            });
            sheets.show(embed.build());
        }
        // Whoever decides has to be able to read all of it.
        cut.forEach(fact -> sheets.attach(attached(cut.indexOf(fact)), fact.value()));
        request.choices().forEach(choice -> button(choice, decided(request, choice)));
    }

    private static String beginning(Block.Fact fact, int room, String file) {
        String rest = "\n📎 " + file;
        return Cut.off(fact.value(), room - rest.length()) + rest;
    }

    private static String attached(int index) {
        return "fact-" + (index + 1) + ".txt";
    }

    private Key decided(Block.Request request, Block.Choice choice) {
        return to.audience() == Audience.AGENTS ? new Key.Desk(Reception.choice(request, choice)) : pressed(choice);
    }

    /** An embed holds 6,000 characters: many facts have to be short. */
    private static int room(int facts) {
        return Math.min(
                MessageEmbed.VALUE_MAX_LENGTH, 3500 / Math.max(1, Math.min(facts, MessageEmbed.MAX_FIELD_AMOUNT)));
    }

    private static String filled(String text) {
        return text.isBlank() ? "–" : text;
    }

    private static int colour(String state) {
        return switch (state) {
            case "requested", "countered" -> Colour.GOING;
            case "approved", "accepted" -> Colour.GOOD;
            case "refused" -> Colour.BAD;
            default -> Colour.PLAIN;
        };
    }

    private UUID conversation() {
        return UUID.fromString(to.conversation());
    }

    /** What people are called is no Markdown. */
    static String escaped(String name) {
        return name.replaceAll("([\\\\*_~`|>\\[\\]()#])", "\\\\$1");
    }

    /** Colours of embeds' edges. */
    private static final class Colour {
        static final int PLAIN = 0x8A94A6;
        static final int GOING = 0xE0A100;
        static final int GOOD = 0x2E9E5B;
        static final int BAD = 0xD64545;

        private Colour() {}
    }
}
