package io.cosmopilot.deploy.spaces;

import java.util.Set;
import java.util.regex.Pattern;

/** A name that may be given to a space: a DNS label that means nothing else to Kubernetes or the platform. */
record SpaceName(String text) {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final Pattern RESERVED = Pattern.compile("(kube|cosmopilot|openshift)(-.*)?");
    private static final Set<String> TAKEN = Set.of("default", "public", "library", "admin", "system", "registry");

    boolean valid() {
        return LABEL.matcher(text).matches();
    }

    boolean reserved() {
        return TAKEN.contains(text) || RESERVED.matcher(text).matches();
    }
}
