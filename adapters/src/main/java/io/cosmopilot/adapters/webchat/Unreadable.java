package io.cosmopilot.adapters.webchat;

import org.jspecify.annotations.Nullable;

/** A frame that says nothing we understand. */
final class Unreadable extends RuntimeException {

    private final @Nullable String id;
    private final Fault fault;

    Unreadable(Fault fault, @Nullable String id) {
        super(fault.name());
        this.fault = fault;
        this.id = id;
    }

    /** Of the frame, when that much of it could be read. */
    @Nullable
    String id() {
        return id;
    }

    Fault fault() {
        return fault;
    }
}
