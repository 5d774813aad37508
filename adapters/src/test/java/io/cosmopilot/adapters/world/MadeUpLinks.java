package io.cosmopilot.adapters.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Links;
import io.cosmopilot.conversations.Person;

/** Links in memory; the secret of an invitation is the account's id. */
public final class MadeUpLinks implements Links {

    private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

    private final Map<String, Account> offers = new ConcurrentHashMap<>();
    private final Map<String, List<Account>> linked = new ConcurrentHashMap<>();

    @Override
    public Optional<Person> owner(Account account) {
        return Optional.empty();
    }

    @Override
    public String offer(Account account) {
        offers.put(account.id(), account);
        return "/link#" + account.id();
    }

    @Override
    public Optional<Account> asking(String secret) {
        return Optional.ofNullable(offers.get(secret));
    }

    @Override
    public Optional<Account> confirm(String secret, String person) {
        Optional<Account> account = Optional.ofNullable(offers.remove(secret));
        account.ifPresent(taken ->
                linked.computeIfAbsent(person, key -> new ArrayList<>()).add(taken));
        return account;
    }

    @Override
    public List<Linked> of(String person) {
        return linked.getOrDefault(person, List.of()).stream()
                .map(account -> new Linked(account, AT))
                .toList();
    }

    @Override
    public void unlink(String person, String channel) {
        linked.getOrDefault(person, new ArrayList<>())
                .removeIf(account -> account.channel().equals(channel));
    }
}
