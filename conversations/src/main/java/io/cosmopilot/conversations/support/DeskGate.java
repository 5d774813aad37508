package io.cosmopilot.conversations.support;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Desk;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.turns.Audit;

/** Lets agents in, and nobody else; who is turned away is in the audit. */
@Component
class DeskGate {

    private final People people;
    private final Presence presence;
    private final Audit audit;

    DeskGate(People people, Presence presence, Audit audit) {
        this.people = people;
        this.presence = presence;
        this.audit = audit;
    }

    /**
     * The agent of this name.
     *
     * @param what they want to do, such as {@code desk.take-over}
     * @param subject to what, possibly empty
     */
    Person admit(String username, String what, String subject) {
        Person agent = people.find(username)
                .filter(person -> person.is(Person.Role.AGENT))
                .orElseThrow(() -> turnedAway(username, what, subject));
        presence.seen(username);
        return agent;
    }

    private Desk.NotAllowed turnedAway(String username, String what, String subject) {
        audit.write(username, "desk.not-allowed", subject, what);
        return new Desk.NotAllowed(username, what);
    }
}
