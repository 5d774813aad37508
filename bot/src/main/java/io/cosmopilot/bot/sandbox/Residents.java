package io.cosmopilot.bot.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.People.Registration;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.Person.Role;

/** The two who are there from the beginning: somebody who develops, and somebody who helps. */
@Component
@ConditionalOnProperty(name = "cosmopilot.cluster", havingValue = "sandbox", matchIfMissing = true)
class Residents {

    private static final String FROM = "start";

    private final People people;
    private final SandboxProperties properties;
    private final PasswordFile passwords;

    Residents(People people, SandboxProperties properties, @Value("${cosmopilot.data}") Path data) {
        this.people = people;
        this.properties = properties;
        this.passwords = new PasswordFile(data);
    }

    /** Makes them where they are missing, and tells how they sign in. */
    List<Resident> settle() {
        var wanted = List.of(
                settle("developer", "Sandbox Developer", Role.DEVELOPER), settle("agent", "Sandbox Agent", Role.AGENT));
        // A password is slow to check, on purpose.
        return wanted.parallelStream().map(this::resident).toList();
    }

    private Wanted settle(String username, String name, Role role) {
        Optional<String> kept = passwords.of(username);
        String wanted =
                Optional.ofNullable(properties.password()).or(() -> kept).orElseGet(Password::make);
        if (people.find(username).isEmpty()) {
            register(username, name, role, wanted);
        } else if (!wanted.equals(kept.orElse(""))) {
            change(username, kept.orElse(""), wanted);
        }
        return new Wanted(username, role, wanted);
    }

    private Resident resident(Wanted wanted) {
        boolean known =
                people.authenticate(wanted.username(), wanted.password(), FROM).isPresent();
        return new Resident(wanted.username(), wanted.role(), known ? wanted.password() : null);
    }

    private void register(String username, String name, Role role, String password) {
        Set<Role> roles = role == Role.AGENT ? Set.of(Role.DEVELOPER, Role.AGENT) : Set.of(role);
        try {
            Person person =
                    people.register(new Registration(username, name, username + "@example.com", password), roles);
            passwords.keep(person.username(), password);
        } catch (People.Invalid e) {
            throw new UnfitPassword(e);
        }
    }

    /** A password that its owner changed in the security centre stays: the one that is kept is wrong then. */
    private void change(String username, String current, String next) {
        try {
            people.changePassword(username, current, next);
            passwords.keep(username, next);
        } catch (People.Invalid e) {
            boolean changedByOwner =
                    e.faults().stream().anyMatch(fault -> fault.field().equals("current"));
            if (!changedByOwner) {
                throw new UnfitPassword(e);
            }
        }
    }

    private record Wanted(String username, Role role, String password) {}

    /** One of the two; the password is null when its owner has changed it. */
    record Resident(String username, Role role, @Nullable String password) {}

    /** What was configured breaks the rules for passwords. */
    static final class UnfitPassword extends RuntimeException {
        UnfitPassword(People.Invalid cause) {
            super(
                    "cosmopilot.sandbox.password (COSMOPILOT_SANDBOX_PASSWORD) breaks a rule: it needs at least 10"
                            + " characters, with upper case, lower case, a digit and a special character",
                    cause);
        }
    }
}
