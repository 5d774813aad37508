package io.cosmopilot.adapters.discord;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.Reception;

/** Where it is handed in, once the adapter is open. */
final class Desks {

    private volatile @Nullable Reception reception;

    void open(Reception opened) {
        reception = opened;
    }

    Reception reception() {
        return Objects.requireNonNull(reception, "the adapter is not open yet");
    }
}
