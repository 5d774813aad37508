package io.cosmopilot.deploy.domains;

/** What is waited for has not happened: the work is to be done again a little later. */
final class NotYet extends RuntimeException {

    NotYet(String message) {
        super(message, null, false, false);
    }
}
