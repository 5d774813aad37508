package io.cosmopilot.conversations.engine;

import java.util.List;
import java.util.Map;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

import io.cosmopilot.templates.Complaint;

/** What a question makes of an input. */
public sealed interface Answer {

    /** Good: these answers are kept, by question or field name. */
    record Accepted(Map<String, String> values) implements Answer {
        public Accepted {
            values = Map.copyOf(values);
        }
    }

    /** Not good: everything that is wrong, by field; the empty field name concerns the whole. */
    record Refused(Map<String, List<MessageSourceResolvable>> faults) implements Answer {
        public Refused {
            faults = Map.copyOf(faults);
        }
    }

    /** Not an answer to this question at all; perhaps it means something else. */
    record NotMeant() implements Answer {}

    static Answer accepted(String name, String value) {
        return new Accepted(Map.of(name, value));
    }

    static Answer refused(String key, Object... arguments) {
        return new Refused(Map.of("", List.of(new DefaultMessageSourceResolvable(new String[] {key}, arguments))));
    }

    static Answer refused(Complaint complaint) {
        return new Refused(Map.of("", List.of(complaint)));
    }

    static Answer notMeant() {
        return new NotMeant();
    }
}
