package io.cosmopilot.adapters.desk;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;

/** People as the desk calls them. */
@Component
class Names {

    private final People people;

    Names(People people) {
        this.people = people;
    }

    Named of(String username) {
        return new Named(
                username, people.find(username).map(Person::displayName).orElse(username));
    }

    /** Somebody. */
    record Named(String username, String name) {}
}
