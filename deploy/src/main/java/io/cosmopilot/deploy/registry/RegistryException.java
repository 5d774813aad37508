package io.cosmopilot.deploy.registry;

/** The registry did not do what it was asked to. Asking again may help. */
public final class RegistryException extends RuntimeException {

    RegistryException(String what, Throwable cause) {
        super(what, cause);
    }

    RegistryException(String what) {
        super(what);
    }
}
