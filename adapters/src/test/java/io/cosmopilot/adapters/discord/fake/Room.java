package io.cosmopilot.adapters.discord.fake;

import java.util.List;
import java.util.function.Predicate;

/** A channel or thread, as whoever may read it sees it. */
public final class Room {

    private final State state;
    private final String id;

    Room(State state, String id) {
        this.state = state;
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** All messages that everybody sees, oldest first. */
    public List<Seen> messages() {
        return state.messages(id).stream()
                .filter(message -> message.path("flags").asInt() != State.EPHEMERAL)
                .map(Seen::new)
                .toList();
    }

    /** The latest message that is so; waits for it. */
    public Seen awaits(String what, Predicate<Seen> so) {
        state.await(what, () -> messages().stream().anyMatch(so));
        return messages().reversed().stream().filter(so).findFirst().orElseThrow();
    }

    public Seen awaits(String text) {
        return awaits("“" + text + "” in " + this, seen -> seen.all().contains(text));
    }

    /** The thread that begins with a message; waits for it. */
    public Room thread(Seen root) {
        state.await("a thread", () -> state.channelJson(root.id()) != null);
        return new Room(state, root.id());
    }

    @Override
    public String toString() {
        return messages().stream().map(Seen::all).toList().toString();
    }
}
