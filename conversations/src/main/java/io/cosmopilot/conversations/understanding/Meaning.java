package io.cosmopilot.conversations.understanding;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a message means. */
public sealed interface Meaning {

    /** The whole message is a command word. */
    record Command(Word word) implements Meaning {}

    /** An earlier answer is to become another one; without a slot the person did not say which. */
    record Correction(@Nullable String slot, String value) implements Meaning {}

    /** What the person wants, best first; more than one is a question to ask, never a guess. */
    record Wish(List<Intent> intents) implements Meaning {

        public Wish {
            intents = List.copyOf(intents);
            if (intents.isEmpty()) {
                throw new IllegalArgumentException("A wish without an intent is Unknown");
            }
        }
    }

    /** Nothing that could be understood with confidence. */
    record Unknown() implements Meaning {}
}
