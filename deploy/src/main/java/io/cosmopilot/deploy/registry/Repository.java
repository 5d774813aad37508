package io.cosmopilot.deploy.registry;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the tags of an image are: a space and a name in it. The form is the one of the distribution specification, in
 * which neither dots at the beginning of a part nor empty parts exist.
 */
record Repository(String space, String name) {

    private static final int LONGEST = 255;
    private static final String PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final Pattern FORM = Pattern.compile("(" + PART + ")/(" + PART + "(?:/" + PART + ")*)");

    static Optional<Repository> parse(String text) {
        var match = FORM.matcher(text);
        return text.length() <= LONGEST && match.matches()
                ? Optional.of(new Repository(match.group(1), match.group(2)))
                : Optional.empty();
    }

    String path() {
        return space + "/" + name;
    }
}
