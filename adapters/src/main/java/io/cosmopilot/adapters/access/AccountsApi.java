package io.cosmopilot.adapters.access;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;

/** Getting an account, and keeping it one’s own. */
@RestController
@RequestMapping("/api/accounts")
class AccountsApi {

    private final People people;
    private final Sessions sessions;

    AccountsApi(People people, Sessions sessions) {
        this.people = people;
        this.sessions = sessions;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Account register(@RequestBody Registration registration) {
        Person person = people.register(registration.complete(), Set.of(Person.Role.DEVELOPER));
        return new Account(person.username(), person.displayName());
    }

    @PutMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody PasswordChange change, SignedIn me) {
        people.changePassword(me.username(), text(change.current()), text(change.next()));
        sessions.closeOthers(me.username(), Objects.requireNonNullElseGet(me.session(), UUID::randomUUID));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /** The account that was made. */
    record Account(String username, String displayName) {}

    /** As sent: what is missing is empty, and the rules say so. */
    record Registration(
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String email,
            @Nullable String password) {

        People.Registration complete() {
            return new People.Registration(text(username), text(displayName), text(email), text(password));
        }
    }

    /** As sent. */
    record PasswordChange(
            @Nullable String current, @Nullable String next) {}
}
