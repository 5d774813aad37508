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
 * @param suggestion what the first offer would put in place, such as a corrected image reference
 */
public record Problem(
        String code,
        List<String> arguments,
        @Nullable String component,
        List<Offer> offers,
        List<String> log,
        @Nullable String suggestion)
        implements MessageSourceResolvable {

    public Problem {
        arguments = List.copyOf(arguments);
        offers = List.copyOf(offers);
        log = List.copyOf(log);
    }

    public Problem(
            String code, List<String> arguments, @Nullable String component, List<Offer> offers, List<String> log) {
        this(code, arguments, component, offers, log, null);
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
        return arguments.stream().map(Amounts::of).toArray();
    }

    public Problem suggesting(String value) {
        return new Problem(code, arguments, component, offers, log, value);
    }

    public Problem withLog(List<String> lines) {
        return new Problem(code, arguments, component, offers, lines, suggestion);
    }

    /** What a person can do about a problem. What it is done to is the problem’s component. */
    public enum Offer {
        RETRY,
        EDIT,
        /** Take the suggested image reference instead. */
        CORRECT_IMAGE,
        /** Choose among the tags that there are; suggested is the image without a tag. */
        CHOOSE_TAG,
        /** Make the pull secret and the other things of the space anew. */
        REPAIR_SPACE,
        LOWER_REQUESTS,
        /** Take the suggested memory limit. */
        RAISE_MEMORY,
        /** State the suggested requests and limits, such as {@code cpu=500m,memory=512Mi}. */
        FILL_LIMITS,
        ASK_FOR_QUOTA,
        /** Have the suggested directory of the hosts approved. */
        ASK_FOR_HOST_PATH,
        /** Create what is missing; suggested are its kind, name and, if one is missing, key, with blanks between. */
        CREATE_CONFIGURATION,
        /** Choose a storage class; suggested are those there are, with commas between. */
        CHOOSE_CLASS,
        /** Run on any host. */
        ANY_HOST,
        /** Have a port allocated instead of a fixed one. */
        FREE_PORT,
        /** Ask the program at the suggested port, or not at all where none is suggested. */
        CORRECT_PROBE,
        /** Let the Service lead to the suggested component, or to the suggested port. */
        CORRECT_SERVICE,
        SHOW_LOG,
        HUMAN
    }
}
