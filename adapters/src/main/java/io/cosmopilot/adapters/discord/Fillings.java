package io.cosmopilot.adapters.discord;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message.Attachment;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

import io.cosmopilot.adapters.files.Unfit;
import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Links;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.Reception;

/** Forms being filled in: those of more than five questions in several parts, one after the other. */
final class Fillings {

    private final HalfForms halves;
    private final Letters letters;
    private final Links links;

    Fillings(HalfForms halves, Letters letters, Links links) {
        this.halves = halves;
        this.letters = letters;
        this.links = links;
    }

    /** The part to be opened; empty when there is no such form for this account. */
    Optional<Modal> open(Reception reception, Account account, Key.Fill fill, Words words) {
        return form(reception, account, fill)
                .filter(form -> fill.part() < Modals.parts(form).size())
                .map(form -> Modals.of(form, fill.part(), fill, halves.find(account.id(), fill), words));
    }

    /** What a part comes to. */
    Outcome take(Reception reception, Account account, Key.Fill fill, List<ModalMapping> filled, Words words) {
        Optional<Block.Form> form = form(reception, account, fill);
        if (form.isEmpty() || fill.part() >= Modals.parts(form.get()).size()) {
            return new Unusable(words.of("adapters.discord.elsewhere"));
        }
        List<List<Block.Field>> parts = Modals.parts(form.get());
        Map<String, String> fields = new HashMap<>(Modals.values(filled, parts.get(fill.part()), words));
        try {
            files(account, filled, fields);
        } catch (Refused refused) {
            return new Unusable(letters.refusal(words, refused.name, refused.unfit));
        }
        if (fill.part() + 1 < parts.size()) {
            halves.keep(account.id(), fill, fields);
            return new Half(next(fill, parts.size(), words));
        }
        Map<String, String> all = new HashMap<>(halves.find(account.id(), fill));
        all.putAll(fields);
        return new Whole(all);
    }

    void forget(Account account, Key.Fill fill) {
        halves.forget(account.id(), fill);
    }

    private static MessageCreateData next(Key.Fill fill, int parts, Words words) {
        Key next = new Key.Fill(fill.conversation(), fill.seq(), fill.part() + 1);
        String place = "%d/%d".formatted(fill.part() + 2, parts);
        return new MessageCreateBuilder()
                .setContent(words.of("adapters.discord.form.more"))
                .setComponents(ActionRow.of(Button.primary(next.id(), words.of("adapters.discord.form.next", place))))
                .build();
    }

    private void files(Account account, List<ModalMapping> filled, Map<String, String> fields) throws Refused {
        Optional<Person> owner = links.owner(account);
        for (ModalMapping mapping : filled) {
            if (mapping.getType() == Component.Type.FILE_UPLOAD && owner.isPresent()) {
                for (Attachment file : mapping.getAsAttachmentList()) {
                    fields.put(mapping.getCustomId(), upload(owner.get(), file));
                }
            }
        }
    }

    private String upload(Person owner, Attachment file) throws Refused {
        try {
            return letters.upload(owner.username(), file);
        } catch (Unfit unfit) {
            throw new Refused(file.getFileName(), unfit);
        }
    }

    private static Optional<Block.Form> form(Reception reception, Account account, Key.Fill fill) {
        return reception
                .find(account, fill.conversation().toString(), fill.seq())
                .flatMap(message -> message.blocks().stream()
                        .filter(Block.Form.class::isInstance)
                        .map(Block.Form.class::cast)
                        .findFirst());
    }

    /** What filling in a part comes to. */
    sealed interface Outcome {}

    /** Everything is filled in. */
    record Whole(Map<String, String> fields) implements Outcome {}

    /** There is another part. */
    record Half(MessageCreateData next) implements Outcome {}

    /** It cannot be used. */
    record Unusable(String why) implements Outcome {}

    /** A file is not taken. */
    private static final class Refused extends Exception {
        private final String name;
        private final Unfit unfit;

        Refused(String name, Unfit unfit) {
            super(unfit);
            this.name = name;
            this.unfit = unfit;
        }
    }
}
