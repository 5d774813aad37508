package io.cosmopilot.adapters.discord.fake;

/** A call that Discord refuses. */
final class Refused extends RuntimeException {

    final int status;
    final int code;

    Refused(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }
}
