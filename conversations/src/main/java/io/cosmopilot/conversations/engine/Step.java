package io.cosmopilot.conversations.engine;

/** A step of a flow. It is done when there is an answer of its name. */
public sealed interface Step permits Question, Confirmation, Work {

    /** Unique in the flow; also the name of its answer. */
    String name();

    /** Whether the step matters at all, given the answers so far. */
    boolean applies(Scene scene);

    /** Asks, or sets to work. */
    void enter(Scene scene);

    /** Takes the scene's input; true when the step is done, otherwise it has said why not. */
    boolean take(Scene scene);

    /** Whether somebody is expected to say something. */
    boolean asks();

    /** Whether free words are expected, so that only a whole-message command interrupts. */
    default boolean freeText() {
        return false;
    }

    /** Whether a slash may begin the answer. */
    default boolean literal() {
        return false;
    }

    /** Says what can be said here. */
    void help(Scene scene);

    default boolean open(Scene scene) {
        return !scene.answers().has(name()) && applies(scene);
    }
}
