package io.cosmopilot.adapters.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.springframework.context.MessageSource;

import io.cosmopilot.adapters.words.Words;

/** {@code /cosmo}: each sub-command is one of the lines that people can also type. */
final class Cosmo {

    static final String NAME = "cosmo";

    private static final List<Sub> SUBS = List.of(
            sub("say", "{text}", need("text")),
            sub(
                    "deploy",
                    "deploy {template} name={name} image={image} replicas={replicas} {more}",
                    live("template"),
                    may("name"),
                    may("image"),
                    number("replicas"),
                    may("more")),
            sub("status", "status {application}", live("application")),
            sub("domain", "domain add {application} {address}", live("application"), may("address")),
            sub("space", "space {name} {more}", may("name"), may("more")),
            sub(
                    "scale",
                    "scale {application} to {replicas} replicas",
                    live("application").needed(),
                    number("replicas").needed()),
            sub("restart", "restart {application}", live("application").needed()),
            sub("stop", "stop {application}", live("application").needed()),
            sub("start", "start {application}", live("application").needed()),
            sub(
                    "upgrade",
                    "upgrade {application} to {image}",
                    live("application").needed(),
                    may("image")),
            sub("rollback", "roll back {application}", live("application").needed()),
            sub("guide", "{question}", need("question")),
            sub("help", "help"),
            sub("human", "human"),
            sub("account", "account"));

    private Cosmo() {}

    static SlashCommandData command(MessageSource messages) {
        return Commands.slash(NAME, text(messages, Locale.ENGLISH, ""))
                .setDescriptionLocalizations(chinese(text(messages, Locale.CHINESE, "")))
                .setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM)
                .setIntegrationTypes(IntegrationType.GUILD_INSTALL)
                .addSubcommands(SUBS.stream().map(sub -> sub.data(messages)).toList());
    }

    /** The line that the sub-command stands for; what was not filled in is left out. */
    static String line(String name, Map<String, String> filled) {
        Sub sub =
                SUBS.stream().filter(each -> each.name.equals(name)).findFirst().orElseThrow();
        return sub.line(filled::get);
    }

    /** The line as everybody may see it: without what was typed freely, which may hold a secret. */
    static String shown(String name, Map<String, String> filled) {
        Sub sub =
                SUBS.stream().filter(each -> each.name.equals(name)).findFirst().orElseThrow();
        return sub.line(option -> option.equals("more") && filled.containsKey(option) ? "…" : filled.get(option));
    }

    private static Sub sub(String name, String line, Option... options) {
        return new Sub(name, line, List.of(options));
    }

    private static Option need(String name) {
        return may(name).needed();
    }

    private static Option may(String name) {
        return new Option(name, OptionType.STRING, false, false);
    }

    private static Option number(String name) {
        return new Option(name, OptionType.INTEGER, false, false);
    }

    /** Completed from live data. */
    private static Option live(String name) {
        return new Option(name, OptionType.STRING, false, true);
    }

    private static String text(MessageSource messages, Locale locale, String key) {
        return Cut.off(new Words(messages, locale).of("adapters.discord.command" + key), 100);
    }

    private static Map<DiscordLocale, String> chinese(String text) {
        return Map.of(DiscordLocale.CHINESE_CHINA, text, DiscordLocale.CHINESE_TAIWAN, text);
    }

    /** A sub-command. */
    private record Sub(String name, String pattern, List<Option> options) {

        SubcommandData data(MessageSource messages) {
            SubcommandData data = new SubcommandData(name, text(messages, Locale.ENGLISH, "." + name))
                    .setDescriptionLocalizations(chinese(text(messages, Locale.CHINESE, "." + name)));
            options.forEach(option -> data.addOptions(option.data(messages)));
            return data;
        }

        String line(Function<String, String> filled) {
            List<String> words = new ArrayList<>();
            for (String word : pattern.split(" ", -1)) {
                String option = word.replaceFirst("^[^{]*\\{?([^}]*)}?$", "$1");
                boolean place = word.contains("{");
                String value = place ? filled.apply(option) : word;
                if (value != null && !value.isBlank()) {
                    words.add(place ? word.replace("{" + option + "}", value.strip()) : word);
                }
            }
            return String.join(" ", words);
        }
    }

    /** An option of a sub-command. */
    private record Option(String name, OptionType type, boolean required, boolean live) {

        Option needed() {
            return new Option(name, type, true, live);
        }

        OptionData data(MessageSource messages) {
            OptionData data = new OptionData(type, name, text(messages, Locale.ENGLISH, ".option." + name), required)
                    .setDescriptionLocalizations(chinese(text(messages, Locale.CHINESE, ".option." + name)));
            return type == OptionType.STRING ? data.setAutoComplete(live) : data.setRequiredRange(0, 1000);
        }
    }
}
