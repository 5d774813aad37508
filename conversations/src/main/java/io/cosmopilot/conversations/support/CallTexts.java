package io.cosmopilot.conversations.support;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.engine.Words;

/** What agents are told of somebody who waits for a person, in their own chats as in the support channels. */
@Component
class CallTexts {

    private final People people;

    CallTexts(People people) {
        this.people = people;
    }

    /** Who waits, and what it is about when that is known. */
    String about(String person, @Nullable String topic, Words words) {
        return topic == null || topic.isBlank()
                ? words.say("conversations.desk.call", name(person))
                : words.say("conversations.desk.call.about", name(person), topic);
    }

    /** With the person, how long they have waited, 1 or 0 whether the topic is known, the topic, and the agent. */
    String say(String key, HelpOverdue overdue, Words words) {
        String topic = overdue.topic() == null ? "" : overdue.topic().strip();
        return words.say(
                key,
                name(overdue.person()),
                Span.say(overdue.waited(), words),
                topic.isEmpty() ? 0 : 1,
                topic,
                overdue.agent() == null ? "" : name(overdue.agent()));
    }

    String name(String username) {
        return people.find(username).map(Person::displayName).orElse(username);
    }
}
