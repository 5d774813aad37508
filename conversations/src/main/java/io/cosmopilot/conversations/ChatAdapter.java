package io.cosmopilot.conversations;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A place where people chat and that messages have to be pushed to. It translates both ways and decides nothing. Each
 * one that is a bean is opened when the application has started.
 */
public interface ChatAdapter {

    /** A stable word, such as {@code slack}: the channel of the conversations that are held there. */
    String channel();

    /** What it can do; what is not declared is not asked of it. */
    Set<Ability> abilities();

    /** Where its support agents are, when they are there at all. */
    Optional<Support> support();

    /** Whether this replica can deliver at the moment; what waits is another's then. */
    boolean ready();

    /** From now on it hands in what people do. */
    void open(Reception reception);

    /**
     * Writes a message, or edits the one that shows it already. Messages of one address come one at a time and in
     * order. What it throws counts as {@link Delivery#unknown}.
     */
    Delivery deliver(Address to, Message message);

    /** What a channel can do. */
    enum Ability {
        BUTTONS,
        /** Choosing from many, with search. */
        SELECTS,
        FORMS,
        EDITING,
        THREADS,
        FILES
    }

    /**
     * The support channels of a platform.
     *
     * @param places in the adapter's own terms; where the first cannot be reached, the next is used
     * @param locale in which they are written to
     */
    record Support(List<String> places, Locale locale) {

        public Support {
            places = List.copyOf(places);
            if (places.isEmpty()) {
                throw new IllegalArgumentException("a platform with support has at least one place for it");
            }
        }
    }
}
