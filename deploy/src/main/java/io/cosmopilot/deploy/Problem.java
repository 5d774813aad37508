package io.cosmopilot.deploy;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/**
 * A cause and the way out, in words for people.
 *
 * @param code key in the bundle {@code messages/deploy}, such as {@code deploy.evidence.image-not-found}
 * @param arguments of the message, already text
 * @param component what it concerns, or null for the whole
 * @param offers what can be pressed, best first
 * @param log the last lines a program wrote, empty when they say nothing about it
 */
public record Problem(
        String code, List<String> arguments, @Nullable String component, List<Offer> offers, List<String> log)
        implements MessageSourceResolvable {

    public Problem {
        arguments = List.copyOf(arguments);
        offers = List.copyOf(offers);
        log = List.copyOf(log);
    }

    public static Problem of(String code, String... arguments) {
        return new Problem(code, List.of(arguments), null, List.of(), List.of());
    }

    @Override
    public String[] getCodes() {
        return new String[] {code};
    }

    @Override
    public Object[] getArguments() {
        return arguments.toArray();
    }

    /** What a person can do about a problem. */
    public enum Offer {
        RETRY,
        EDIT,
        LOWER_REQUESTS,
        RAISE_MEMORY,
        ASK_FOR_QUOTA,
        SHOW_LOG,
        HUMAN
    }
}
