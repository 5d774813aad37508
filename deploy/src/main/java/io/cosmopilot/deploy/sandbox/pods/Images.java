package io.cosmopilot.deploy.sandbox.pods;

import java.util.regex.Pattern;

/** Which images the sandbox pretends to have: every well-formed one, except those whose name says otherwise. */
public record Images(Pattern missing) {

    private static final Pattern WELL_FORMED = Pattern.compile(
            "([a-zA-Z0-9][-.a-zA-Z0-9]*(:[0-9]+)?/)?[a-z0-9]+([._-]+[a-z0-9]+)*(/[a-z0-9]+([._-]+[a-z0-9]+)*)*"
                    + "(:[\\w][\\w.-]{0,127})?(@[a-z0-9]+:[0-9a-f]{32,})?");

    boolean isWellFormed(String image) {
        return WELL_FORMED.matcher(image).matches();
    }

    boolean isMissing(String image) {
        return missing.matcher(image).find();
    }
}
