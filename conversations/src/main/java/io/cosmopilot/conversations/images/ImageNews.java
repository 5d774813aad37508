package io.cosmopilot.conversations.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.turns.Audit;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Turns;
import io.cosmopilot.deploy.ImageReport;
import io.cosmopilot.deploy.RegistryRefusal;
import io.cosmopilot.deploy.RegistryTrust;

/** Tells people what happens in their spaces, wherever it was done. */
@Component
class ImageNews {

    private final Turns turns;
    private final People people;
    private final RegistryTrust registry;
    private final Audit audit;

    ImageNews(Turns turns, People people, RegistryTrust registry, Audit audit) {
        this.turns = turns;
        this.people = people;
        this.registry = registry;
        this.audit = audit;
    }

    @ApplicationModuleListener
    void on(ImageReport report) {
        switch (report) {
            case ImageReport.Arrived arrived -> {
                // A build says so itself, in the message that shows it.
                if (!arrived.built()) {
                    tell(arrived, exchange -> arrived(exchange, arrived));
                }
            }
            case ImageReport.SpaceFull full -> tell(full, exchange -> full(exchange, full));
            case ImageReport.Removed removed ->
                tell(
                        removed,
                        exchange -> exchange.reply(
                                text(exchange, "removed", removed.space() + "/" + removed.image()),
                                choices(choice(
                                        exchange, "image:action=show;space=" + removed.space(), "choice.show"))));
            case ImageReport.NotRemoved failed ->
                tell(
                        failed,
                        exchange -> exchange.reply(
                                text(exchange, "not-removed", failed.space() + "/" + failed.image()),
                                choices(choice(exchange, "human", "choice.human"))));
        }
    }

    /** Who tried what at the registry belongs into the audit like everything else. */
    @ApplicationModuleListener
    void on(RegistryRefusal refusal) {
        audit.write(refusal.who(), refusal.what(), refusal.subject(), refusal.address());
    }

    private void arrived(Exchange exchange, ImageReport.Arrived arrived) {
        var name = arrived.image() + ":" + arrived.tag();
        var reference = registry.address() + "/" + arrived.space() + "/" + name;
        var blocks = new ArrayList<Block>();
        blocks.add(text(exchange, "arrived", name, arrived.space(), Bytes.of(arrived.size())));
        if (arrived.replaced() != null) {
            blocks.add(text(exchange, "arrived.again", name, next(arrived.tag())));
        }
        if (arrived.tag().equals("latest")) {
            blocks.add(text(exchange, "arrived.latest", arrived.image()));
        }
        blocks.add(choices(
                new Block.Choice(
                        "deploy:image=" + reference, say(exchange, "choice.deploy", name), Block.Style.PRIMARY),
                choice(exchange, "image:action=show;space=" + arrived.space(), "choice.show")));
        exchange.reply(blocks);
    }

    private void full(Exchange exchange, ImageReport.SpaceFull full) {
        exchange.reply(
                text(exchange, "full", full.space(), Bytes.of(full.used()), Bytes.of(full.granted())),
                choices(
                        choice(exchange, "image:action=delete;space=" + full.space(), "choice.delete"),
                        choice(exchange, "space", "choice.more"),
                        choice(exchange, "human", "choice.human")));
    }

    /** The tag that would have been right: the last number counted on. */
    private static String next(String tag) {
        int end = tag.length();
        int begin = end;
        while (begin > 0 && Character.isDigit(tag.charAt(begin - 1))) {
            begin--;
        }
        return begin == end || end - begin > 9
                ? tag + "-2"
                : tag.substring(0, begin) + (Integer.parseInt(tag.substring(begin)) + 1);
    }

    /** In the conversation that the person has in the portal; somebody who has no account is told nothing. */
    private void tell(ImageReport report, Consumer<Exchange> play) {
        people.find(report.person()).ifPresent(person -> {
            var conversation = turns.open("web", person.username(), language(person));
            turns.take(conversation, "image:" + report.id(), play);
        });
    }

    private static Locale language(Person person) {
        var chosen = person.language();
        return chosen == null ? Locale.SIMPLIFIED_CHINESE : Locale.forLanguageTag(chosen);
    }

    private static String say(Exchange exchange, String key, Object... arguments) {
        return exchange.words().say("conversations.image." + key, arguments);
    }

    private static Block text(Exchange exchange, String key, Object... arguments) {
        return new Block.Text(say(exchange, key, arguments));
    }

    private static Block choices(Block.Choice... choices) {
        return new Block.Choices(List.of(choices));
    }

    private static Block.Choice choice(Exchange exchange, String id, String key) {
        return Block.Choice.of(id, say(exchange, key));
    }
}
