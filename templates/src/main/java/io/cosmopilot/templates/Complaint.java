package io.cosmopilot.templates;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/**
 * One thing that is wrong with a template or a value, to be shown to people through a message bundle.
 *
 * @param code key in the bundle {@code messages/templates}, such as {@code templates.unknown-field}
 * @param arguments of the message, already text
 * @param place where it stands, or null when it concerns a value or the whole
 */
public record Complaint(
        String code, List<String> arguments, @Nullable Place place) implements MessageSourceResolvable {

    public Complaint {
        arguments = List.copyOf(arguments);
    }

    public static Complaint of(String code, String... arguments) {
        return new Complaint(code, List.of(arguments), null);
    }

    public Complaint at(Place where) {
        return new Complaint(code, arguments, where);
    }

    @Override
    public String[] getCodes() {
        return new String[] {code};
    }

    @Override
    public Object[] getArguments() {
        return arguments.toArray();
    }

    @Override
    public String toString() {
        return code + Arrays.toString(getArguments()) + (place == null ? "" : " at " + place);
    }

    /** A place in a template: document, line and column count from 1. */
    public record Place(int document, int line, int column) {}
}
