package io.cosmopilot.adapters.channels;

import java.util.Map;
import java.util.Optional;

/**
 * A channel as a developer, an agent and a stranger use it: the developer is wei, the agent lin. Labels are those that
 * people read. Everything waits until it can be done, and until it is taken.
 */
interface Side extends AutoCloseable {

    /** As the conversations call it. */
    String channel();

    Map<String, Object> properties();

    /** The house opens: for the first time, or after it was closed. */
    void enter(House house);

    void says(String text);

    /** The channel brings the same words twice. */
    void saysTwice(String text);

    void presses(String label);

    /** Opens the form that is shown, fills it in, and sends it. */
    void fills(Map<String, String> fields);

    /** Something that the developer can read has this in it. */
    void reads(String text);

    /** How many messages the developer sees. */
    int messages();

    /** The agent decides what is asked for with this name. */
    void decides(String subject, String label);

    void takesOver(String topic);

    void answers(String topic, String text);

    void resolves(String topic);

    /** What somebody reads who writes without being known; empty where nobody can. */
    Optional<String> strangerReads(String said);

    @Override
    void close();
}
