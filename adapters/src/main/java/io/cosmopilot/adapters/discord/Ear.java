package io.cosmopilot.adapters.discord;

import java.util.Locale;
import java.util.Set;

import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.springframework.context.MessageSource;

import io.cosmopilot.conversations.Account;

/** Hears what people do, and says who takes it; it holds up nothing and nobody. */
final class Ear extends ListenerAdapter {

    private final DiscordProperties settings;
    private final MessageSource messages;
    private final Lanes lanes;
    private final Letters letters;
    private final Presses presses;
    private final Set<String> support;

    Ear(DiscordProperties settings, MessageSource messages, Lanes lanes, Letters letters, Presses presses) {
        this.settings = settings;
        this.messages = messages;
        this.lanes = lanes;
        this.letters = letters;
        this.presses = presses;
        this.support = Set.copyOf(settings.supportChannels());
    }

    @Override
    public void onReady(ReadyEvent event) {
        var guild = settings.guild() == null ? null : event.getJDA().getGuildById(settings.guild());
        (guild == null ? event.getJDA().updateCommands() : guild.updateCommands())
                .addCommands(Cosmo.command(messages))
                .queue();
    }

    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
        Message message = event.getMessage();
        User author = event.getAuthor();
        if (author.isBot() || author.isSystem() || event.isWebhookMessage()) {
            return;
        }
        if (event.isFromType(ChannelType.PRIVATE)) {
            lanes.run(author.getId(), () -> letters.direct(account(author), message));
        } else if (event.getChannelType().isThread() && support.contains(parent(event))) {
            lanes.run(author.getId(), () -> letters.inThread(account(author), parent(event), message));
        } else if (message.getMentions().isMentioned(event.getJDA().getSelfUser(), Message.MentionType.USER)) {
            lanes.run(author.getId(), () -> letters.mention(account(author), message));
        }
    }

    private static String parent(MessageReceivedEvent event) {
        ThreadChannel thread = event.getChannel().asThreadChannel();
        return thread.getParentChannel().getId();
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        lanes.run(event.getUser().getId(), () -> presses.command(account(event.getUser()), event));
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        // Not in the person's lane: what is proposed is of use while they type only.
        lanes.run(event.getId(), () -> presses.complete(account(event.getUser()), event));
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        lanes.run(event.getUser().getId(), () -> presses.button(account(event.getUser()), event));
    }

    @Override
    public void onStringSelectInteraction(StringSelectInteractionEvent event) {
        lanes.run(event.getUser().getId(), () -> presses.select(account(event.getUser()), event));
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        lanes.run(event.getUser().getId(), () -> presses.form(account(event.getUser()), event));
    }

    private static Account account(User user) {
        return new Account(DiscordAdapter.CHANNEL, user.getId(), user.getEffectiveName(), user.getId());
    }

    /** Messages tell no language; Chinese is seen in what is written. */
    static Locale tongue(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic) ? Locale.CHINESE : Locale.ENGLISH;
    }
}
