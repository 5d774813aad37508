package io.cosmopilot.conversations;

import java.time.Duration;

/** What became of an attempt to deliver a message. */
public sealed interface Delivery {

    /** It is there. */
    static Delivery delivered(String remote) {
        return new Delivered(remote);
    }

    /** It certainly did not arrive. */
    static Delivery tryAgain(Duration after, String why) {
        return new TryAgain(after, why);
    }

    /** It may or may not have arrived. */
    static Delivery unknown(String why) {
        return new Unknown(why);
    }

    /** It can never be delivered there. */
    static Delivery undeliverable(String because) {
        return new Undeliverable(because);
    }

    /**
     * It is there.
     *
     * @param remote by which the adapter finds it again; the parent of threads, too
     */
    record Delivered(String remote) implements Delivery {}

    /**
     * It certainly did not arrive.
     *
     * @param after how long the channel wants to be left alone; zero when it did not say
     */
    record TryAgain(Duration after, String why) implements Delivery {}

    /** It may or may not have arrived: it is tried again with {@link Address#again}. */
    record Unknown(String why) implements Delivery {}

    /** It can never be delivered there. */
    record Undeliverable(String because) implements Delivery {}
}
