package io.cosmopilot.conversations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which accounts of other channels belong to whom. Only a signed-in person links, and never by an e-mail address. */
public interface Links {

    /** Whose account it is. */
    Optional<Person> owner(Account account);

    /** The address of a page on which whoever is signed in may link the account: once, and for ten minutes. */
    String offer(Account account);

    /** The account that asks to be linked; empty when the secret was used, is too old, or never was one. */
    Optional<Account> asking(String secret);

    /** Links the account to the person, in place of the one of the same channel that was; empty as {@link #asking}. */
    Optional<Account> confirm(String secret, String person);

    List<Linked> of(String person);

    /** The account is nobody's again; nothing happens when it was not the person's. */
    void unlink(String person, String channel);

    /** An account and since when it is linked. */
    record Linked(Account account, Instant since) {}
}
