package io.cosmopilot.adapters.desk;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.People.Fault;
import io.cosmopilot.conversations.People.Invalid;

/** Something that an agent writes. */
record Remark(@Nullable String text) {

    String checked() {
        String words = text == null ? "" : text.replace("\0", "");
        if (words.isBlank()) {
            throw refused("adapters.desk.text.empty");
        }
        if (words.length() > Inbox.MAX_TEXT) {
            throw refused("adapters.desk.text.long", String.valueOf(Inbox.MAX_TEXT));
        }
        return words;
    }

    private static Invalid refused(String key, Object... arguments) {
        return new Invalid(
                List.of(new Fault("text", new DefaultMessageSourceResolvable(new String[] {key}, arguments))));
    }
}
