package io.cosmopilot.conversations;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.MessageSourceResolvable;

/** The accounts. */
public interface People {

    Optional<Person> find(String username);

    /** Everybody with the role, by username. */
    List<Person> with(Person.Role role);

    /**
     * Makes an account.
     *
     * @throws Invalid naming every broken rule at once, a taken username and e-mail address included
     */
    Person register(Registration registration, Set<Person.Role> roles);

    /**
     * The person, when the password is theirs. Takes as long for an unknown name as for a wrong password.
     *
     * @param address from where it is tried
     * @throws SlowDown after too many failures for this name, or from this address
     */
    Optional<Person> authenticate(String username, String password, String address);

    /**
     * The person for whom another issuer vouches; an account is made the first time. Who they are is the issuer's
     * subject, never an e-mail address. Name, address and roles become what the issuer says.
     */
    Person welcome(External external);

    /**
     * Changes a password.
     *
     * @throws Invalid when {@code current} is wrong, {@code next} breaks a rule, or the password is kept elsewhere
     */
    void changePassword(String username, String current, String next);

    /**
     * Remembers the language a person chose.
     *
     * @param language {@code zh} or {@code en}
     */
    void choose(String username, String language);

    /** What somebody fills in to get an account. */
    record Registration(String username, String displayName, String email, String password) {}

    /**
     * Whom another issuer vouches for.
     *
     * @param issuer its URL
     * @param subject unique and for ever the same at this issuer
     * @param username what it calls the person; ours may differ when it is taken or not fit
     */
    record External(
            String issuer, String subject, String username, String displayName, String email, Set<Person.Role> roles) {

        public External {
            roles = Set.copyOf(roles);
        }
    }

    /** Everything that is wrong with what was filled in. */
    final class Invalid extends RuntimeException {

        private final transient List<Fault> faults;

        public Invalid(List<Fault> faults) {
            super(faults.toString());
            this.faults = List.copyOf(faults);
        }

        public List<Fault> faults() {
            return faults;
        }
    }

    /** Too many failures: nothing was tried. */
    final class SlowDown extends RuntimeException {

        private final Duration wait;

        public SlowDown(Duration wait) {
            super("sign-in is slowed down for " + wait);
            this.wait = wait;
        }

        /** How long until it may be tried again. */
        public Duration retryAfter() {
            return wait;
        }
    }

    /** A broken rule of a field, in words for people. */
    record Fault(String field, MessageSourceResolvable message) {}
}
