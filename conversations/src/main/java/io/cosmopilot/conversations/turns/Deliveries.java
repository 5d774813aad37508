package io.cosmopilot.conversations.turns;

/** How turns tell that something waits to be delivered. */
public final class Deliveries {

    /** On which it is heard when a transaction with deliveries is committed. */
    public static final String CHANNEL = "cosmopilot_delivery";

    /** In place of a person's name: the conversation that a support channel shows. */
    public static final String SUPPORT = "#support";

    private Deliveries() {}
}
