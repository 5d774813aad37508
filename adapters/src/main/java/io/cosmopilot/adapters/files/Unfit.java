package io.cosmopilot.adapters.files;

/** A file that is not taken. */
public final class Unfit extends RuntimeException {

    /** What is wrong with it. */
    public enum Why {
        TOO_LARGE,
        WRONG_KIND
    }

    private final Why why;

    Unfit(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
