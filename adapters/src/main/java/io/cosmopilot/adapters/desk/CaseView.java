package io.cosmopilot.adapters.desk;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.cosmopilot.adapters.desk.Names.Named;
import io.cosmopilot.conversations.Desk.Case;

/** A conversation in the desk's queue. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseView(
        String conversation,
        Named person,
        String mode,
        @Nullable String agent,
        @Nullable String topic,
        Instant since,
        @Nullable String lastMessage,
        @Nullable Instant due) {

    static CaseView of(Case item, Names names) {
        return new CaseView(
                item.conversation(),
                names.of(item.person()),
                item.mode().name().toLowerCase(Locale.ROOT),
                item.agent(),
                item.topic(),
                item.since(),
                item.lastMessage(),
                item.due());
    }
}
