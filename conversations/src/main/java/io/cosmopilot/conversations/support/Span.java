package io.cosmopilot.conversations.support;

import java.time.Duration;

import io.cosmopilot.conversations.engine.Words;

/** How long somebody has waited, as people say it: the largest whole unit. */
final class Span {

    private Span() {}

    static String say(Duration time, Words words) {
        if (time.toDays() > 0) {
            return words.say("conversations.help.days", time.toDays());
        }
        return time.toHours() > 0
                ? words.say("conversations.help.hours", time.toHours())
                : words.say("conversations.help.minutes", Math.max(1, time.toMinutes()));
    }
}
