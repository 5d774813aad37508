package io.cosmopilot.conversations.dialogue;

import java.util.Locale;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Conversation;
import io.cosmopilot.conversations.Desk.Mode;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Message.Author;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.Speaker;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.State;
import io.cosmopilot.conversations.turns.Turns;

/** Takes what people do, and answers it in a turn. */
@Component
class Dialogue implements Inbox {

    private final Turns turns;
    private final People people;
    private final Greeting greeting;
    private final Utterances utterances;
    private final Presses presses;
    private final Apology apology;
    private final Stage stage;

    Dialogue(
            Turns turns,
            People people,
            Greeting greeting,
            Utterances utterances,
            Presses presses,
            Apology apology,
            Stage stage) {
        this.turns = turns;
        this.people = people;
        this.greeting = greeting;
        this.utterances = utterances;
        this.presses = presses;
        this.apology = apology;
        this.stage = stage;
    }

    @Override
    public Conversation open(Speaker speaker) {
        UUID id = turns.open(speaker.channel(), speaker.person(), () -> languageOf(speaker));
        State state = find(id);
        if (state.lastSeq() == 0) {
            turns.take(id, "greeting", greeting::greet);
            state = find(id);
        } else if (!sameLanguage(state.locale(), languageOf(speaker))) {
            Locale language = languageOf(speaker);
            turns.take(id, "language/" + state.version(), exchange -> exchange.speak(language));
            state = find(id);
        }
        return new Conversation(id.toString(), speaker.person(), state.lastSeq(), state.locale());
    }

    @Override
    public Receipt receive(Speaker speaker, Incoming sent) {
        Incoming incoming = Storable.of(sent);
        if (incoming instanceof Incoming.Said said && said.text().length() > MAX_TEXT) {
            throw new TooLong(said.text().length());
        }
        UUID id = turns.open(speaker.channel(), speaker.person(), () -> languageOf(speaker));
        return new Receipt(id.toString(), take(id, speaker, incoming));
    }

    /** A turn that fails leaves nothing; the person is told so in a turn of its own, and the event counts as taken. */
    private long take(UUID id, Speaker speaker, Incoming incoming) {
        try {
            return turns.take(id, incoming.id(), exchange -> hear(exchange, speaker, incoming));
        } catch (Turns.Failed e) {
            return turns.take(id, incoming.id(), exchange -> {
                speak(exchange, speaker, incoming);
                apology.say(exchange, e, incoming);
            });
        }
    }

    private void hear(Exchange exchange, Speaker speaker, Incoming incoming) {
        Spoken spoken = speak(exchange, speaker, incoming);
        if (exchange.mode() == Mode.AGENT) {
            return;
        }
        if (stage.upgrade(exchange)) {
            answer(exchange, incoming, spoken);
        }
        exchange.failed(null);
    }

    private void answer(Exchange exchange, Incoming incoming, Spoken spoken) {
        if (incoming instanceof Incoming.Chose chose && chose.choice().equals(Apology.AGAIN)) {
            utterances.again(exchange);
            return;
        }
        switch (incoming) {
            case Incoming.Said said -> utterances.answer(exchange, said.text());
            case Incoming.Attached attached -> utterances.attached(exchange, attached.upload(), attached.text());
            case Incoming.Chose chose -> presses.answer(exchange, chose, spoken.message());
            case Incoming.Submitted submitted -> presses.answer(exchange, submitted);
        }
    }

    private Spoken speak(Exchange exchange, Speaker speaker, Incoming incoming) {
        Spoken spoken = Spoken.of(incoming, seq -> turns.find(exchange.before().id(), seq), exchange.words());
        String name = exchange.before().displayName();
        exchange.write(Author.PERSON, name == null ? speaker.person() : name, spoken.blocks());
        return spoken;
    }

    private Locale languageOf(Speaker speaker) {
        return people.find(speaker.person())
                .map(Person::language)
                .map(Locale::forLanguageTag)
                .orElse(speaker.locale());
    }

    /** A conversation may have begun without the person, in a language that was only supposed. */
    private static boolean sameLanguage(Locale one, Locale other) {
        return one.getLanguage().equals(other.getLanguage());
    }

    private State find(UUID id) {
        return turns.find(id).orElseThrow(() -> new IllegalStateException("conversation " + id + " is gone"));
    }
}
