package io.cosmopilot.adapters.access;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import io.cosmopilot.conversations.Person;

/** The person who asks, with the roles of this moment. */
public final class SignedIn extends AbstractAuthenticationToken {

    private final transient Person person;
    private final @Nullable UUID session;
    private final boolean vouched;

    SignedIn(Person person, @Nullable UUID session) {
        this(person, session, false);
    }

    private SignedIn(Person person, @Nullable UUID session, boolean vouched) {
        super(person.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
        this.person = person;
        this.session = session;
        this.vouched = vouched;
        setAuthenticated(true);
    }

    /** By a token of the portal's own issuer. */
    static SignedIn vouched(Person person) {
        return new SignedIn(person, null, true);
    }

    public Person person() {
        return person;
    }

    public String username() {
        return person.username();
    }

    /** Of the browser, or null when a script asks with a token of its own. */
    public @Nullable UUID session() {
        return session;
    }

    /** Whether the portal's issuer has just said who this is. */
    boolean vouched() {
        return vouched;
    }

    @Override
    public String getName() {
        return username();
    }

    @Override
    public Person getPrincipal() {
        return person;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
