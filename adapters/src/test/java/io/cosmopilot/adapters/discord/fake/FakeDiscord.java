package io.cosmopilot.adapters.discord.fake;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import tools.jackson.databind.node.ObjectNode;

/** A Discord with one guild and one bot. Its time, by which tokens end, is a parameter; ids are made from real time. */
public final class FakeDiscord implements AutoCloseable {

    private final State state;
    private final Gateway gateway;
    private final Faults faults = new Faults();
    private final Loopback loopback;

    private FakeDiscord(Clock clock) {
        state = new State(clock);
        gateway = new Gateway(state, faults);
        loopback = new Loopback(new Rest(state, gateway, faults), gateway);
        state.address(loopback.address());
    }

    public static FakeDiscord start(Clock clock) {
        return new FakeDiscord(clock);
    }

    /** Of the REST calls. */
    public String api() {
        return loopback.address() + "api/v10/";
    }

    public String gateway() {
        return loopback.address().replaceFirst("http", "ws") + "gateway";
    }

    /** With which the bot signs in. */
    public String token() {
        return State.TOKEN;
    }

    public String guild() {
        return state.guild;
    }

    /** A member of the guild. */
    public Visitor person(String name) {
        return person(name, "en-US");
    }

    public Visitor person(String name, String locale) {
        return new Visitor(state, gateway, state.user(name, locale));
    }

    /** A text channel of the guild. */
    public Room channel(String name) {
        String id = state.channel(name);
        gateway.dispatch("CHANNEL_CREATE", state.channelJson(id));
        return new Room(state, id);
    }

    public Faults faults() {
        return faults;
    }

    /** The commands that the bot has registered. */
    public List<ObjectNode> commands() {
        return state.read(() -> List.copyOf(state.commands));
    }

    /** How often the bot has identified itself anew, and how often it has resumed. */
    public Map<String, Integer> sessions() {
        return gateway.counts();
    }

    /** Waits until a bot is connected. */
    public void awaitBot() {
        await("a bot to connect", gateway::connected);
    }

    public boolean connected() {
        return gateway.connected();
    }

    public void await(String what, BooleanSupplier condition) {
        state.await(what, condition);
    }

    /** The connection breaks, without a word. */
    public void disconnect() {
        gateway.abort();
    }

    /** The gateway asks to reconnect (op 7). */
    public void askToReconnect() {
        gateway.op(7, null);
    }

    /** The gateway ends the session (op 9). */
    public void invalidateSession(boolean resumable) {
        gateway.invalidate(resumable);
    }

    @Override
    public void close() {
        loopback.close();
    }
}
