package io.cosmopilot.deploy.sandbox.cluster;

import java.util.regex.Pattern;

/** RFC 1123 subdomains: the names of most objects, and hosts. */
public final class Subdomain {

    /** As API servers say it. */
    public static final String RULE =
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
                    + "start and end with an alphanumeric character";

    private static final int LONGEST = 253;
    private static final Pattern FORM =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

    private Subdomain() {}

    public static boolean is(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
