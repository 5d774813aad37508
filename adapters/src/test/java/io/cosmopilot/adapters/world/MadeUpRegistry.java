package io.cosmopilot.adapters.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import io.cosmopilot.deploy.RegistryEvents;
import io.cosmopilot.deploy.RegistryTokens;
import io.cosmopilot.deploy.RegistryTrust;

/** A registry that answers by the name of who asks, and remembers what it was asked. */
public final class MadeUpRegistry implements RegistryTokens, RegistryEvents, RegistryTrust {

    public final List<Ask> asked = new CopyOnWriteArrayList<>();

    @Override
    public Answer answer(Ask ask) {
        asked.add(ask);
        return switch (String.valueOf(ask.username())) {
            case "wrong", "?" -> new Answer.WrongPassword();
            case "hasty" -> new Answer.SlowDown(Duration.ofMillis(1500));
            case "full" -> new Answer.Full("kstore", 20L << 20, 10L << 20);
            default ->
                new Answer.Token(
                        "t-" + ask.username(),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Duration.ofMinutes(5),
                        ask.scopes());
        };
    }

    @Override
    public String certificate() {
        return "-----BEGIN CERTIFICATE-----\n";
    }

    @Override
    public Receipt take(String secret, byte[] envelope) {
        if (!secret.equals("agreed")) {
            return Receipt.NOT_BELIEVED;
        }
        return envelope.length == 0 ? Receipt.UNREADABLE : Receipt.TAKEN;
    }

    @Override
    public boolean real() {
        return true;
    }

    @Override
    public String address() {
        return "registry.example.com";
    }

    @Override
    public Optional<String> authority() {
        return Optional.empty();
    }
}
