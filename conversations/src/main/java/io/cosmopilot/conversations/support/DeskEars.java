package io.cosmopilot.conversations.support;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Transcripts.Subscription;
import io.cosmopilot.conversations.turns.DeskBell;
import io.cosmopilot.conversations.turns.Notifications;

/** The desks that are open on this replica hear the bell wherever it is rung. */
@Component
class DeskEars {

    private final List<Consumer<Optional<String>>> listeners = new CopyOnWriteArrayList<>();

    DeskEars(Notifications notifications) {
        notifications.on(DeskBell.CHANNEL, this::heard);
    }

    Subscription follow(Consumer<Optional<String>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Null is heard when something may have been missed: then the queue is to be read again. */
    private void heard(@Nullable String conversation) {
        Optional<String> changed =
                conversation == null || conversation.isEmpty() ? Optional.empty() : Optional.of(conversation);
        listeners.forEach(listener -> listener.accept(changed));
    }
}
