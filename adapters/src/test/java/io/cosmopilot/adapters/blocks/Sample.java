package io.cosmopilot.adapters.blocks;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.cosmopilot.conversations.Address;
import io.cosmopilot.conversations.Address.Audience;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Message.Author;

/**
 * A message to be shown.
 *
 * @param name of its golden files
 * @param locale in which it is said and read
 */
public record Sample(String name, Locale locale, Audience audience, List<Block> blocks) {

    private static final String CONVERSATION = "6f1f6c2e-0b4e-4b7d-9d0e-3c1c2b7f8a90";

    public Message message() {
        return message(blocks, Author.BOT);
    }

    public Address address() {
        return address(audience, locale);
    }

    public static Message message(List<Block> blocks, Author author) {
        return new Message(12, 0, author, "we*i_", Instant.EPOCH, null, null, blocks);
    }

    public static Address address(Audience audience, Locale locale) {
        return new Address(CONVERSATION, "1", null, null, audience, locale, "key", false);
    }

    @Override
    public String toString() {
        return name + " " + locale.getLanguage();
    }
}
