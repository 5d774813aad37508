package io.cosmopilot.conversations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.cosmopilot.deploy.RegistryPasswords;

/** Registry passwords that are numbered. */
public final class MadeUpPasswords implements RegistryPasswords {

    private final Map<String, String> kept = new TreeMap<>();
    private int made;

    /** Those that count. */
    public List<String> kept() {
        return List.copyOf(kept.values());
    }

    @Override
    public String make() {
        return "cpr_made-up-" + ++made;
    }

    @Override
    public void keep(String person, String password) {
        kept.put(person + made, password);
    }

    @Override
    public List<Kept> of(String person) {
        return kept.keySet().stream()
                .filter(id -> id.startsWith(person))
                .map(id -> new Kept(id, Instant.EPOCH, null))
                .toList();
    }

    @Override
    public boolean revoke(String person, String id) {
        return kept.remove(id) != null;
    }
}
