package io.cosmopilot.conversations.outlets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.cosmopilot.conversations.Address;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.ChatAdapter;
import io.cosmopilot.conversations.Delivery;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Reception;

/** A channel in memory: shows each message as a line, and fails when told to. */
final class MadeUpChannel implements ChatAdapter {

    private final Deque<Delivery> fates = new ArrayDeque<>();
    private final List<Address> addresses = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final Set<Ability> abilities = EnumSet.allOf(Ability.class);

    /** What becomes of the next attempts, each once; then everything is delivered again. */
    void fails(Delivery... next) {
        fates.addAll(List.of(next));
    }

    synchronized void clear() {
        fates.clear();
        addresses.clear();
        shown.clear();
        abilities.addAll(EnumSet.allOf(Ability.class));
    }

    void forget(Ability ability) {
        abilities.remove(ability);
    }

    /** What can be read there: {@code place: text}, or {@code place/thread: text}. */
    synchronized List<String> shown() {
        return List.copyOf(shown);
    }

    synchronized List<Address> addresses() {
        return List.copyOf(addresses);
    }

    @Override
    public String channel() {
        return "made-up";
    }

    @Override
    public Set<Ability> abilities() {
        return abilities;
    }

    @Override
    public Optional<Support> support() {
        return Optional.of(new Support(List.of("desk", "other desk"), Locale.ENGLISH));
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public void open(Reception reception) {
        // Nobody speaks here.
    }

    @Override
    public synchronized Delivery deliver(Address to, Message message) {
        addresses.add(to);
        Delivery fate = fates.poll();
        if (fate != null) {
            return fate;
        }
        String where = to.thread() == null ? to.place() : to.place() + "/" + to.thread();
        String line = where + ": "
                + message.blocks().stream().map(MadeUpChannel::text).collect(Collectors.joining(" "));
        String remote = to.remote();
        if (remote != null) {
            shown.set(Integer.parseInt(remote), line);
            return Delivery.delivered(remote);
        }
        shown.add(line);
        return Delivery.delivered(String.valueOf(shown.size() - 1));
    }

    private static String text(Block block) {
        return block instanceof Block.Text text ? text.text() : block.getClass().getSimpleName();
    }
}
