package io.cosmopilot.bot;

/** Named by nobody but a file of {@link ClassesAheadTest}; initialised, it would tell. */
final class Sleeper {

    static {
        ClassesAheadTest.awake = true;
    }

    private Sleeper() {}
}
