package io.cosmopilot.templates.values;

import java.util.List;
import java.util.regex.Pattern;

/** The kinds of names that Kubernetes knows, by RFC 1123, RFC 1035 and its own documentation. */
public final class Names {

    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_SUBDOMAIN = 253;
    private static final int LONGEST_PORT_NAME = 15;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[-a-z0-9]*[a-z0-9])?");
    private static final Pattern SERVICE = Pattern.compile("[a-z](?:[-a-z0-9]*[a-z0-9])?");
    private static final Pattern LABEL_VALUE = Pattern.compile("(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?");
    private static final Pattern CONFIG_KEY = Pattern.compile("[-._a-zA-Z0-9]{1,253}");
    private static final Pattern VARIABLE = Pattern.compile("[-._a-zA-Z][-._a-zA-Z0-9]*");

    private Names() {}

    /** RFC 1123 label: namespaces, containers, volumes. */
    public static boolean isLabel(String text) {
        return text.length() <= LONGEST_LABEL && LABEL.matcher(text).matches();
    }

    /** RFC 1035 label: Services. */
    public static boolean isServiceName(String text) {
        return text.length() <= LONGEST_LABEL && SERVICE.matcher(text).matches();
    }

    /** RFC 1123 subdomain: most objects, hosts. */
    public static boolean isSubdomain(String text) {
        return text.length() <= LONGEST_SUBDOMAIN
                && List.of(text.split("\\.", -1)).stream().allMatch(Names::isLabel);
    }

    /** IANA service name: ports of containers. */
    public static boolean isPortName(String text) {
        return text.length() <= LONGEST_PORT_NAME
                && isLabel(text)
                && !text.contains("--")
                && text.chars().anyMatch(Character::isLetter);
    }

    /** The value of a label. */
    public static boolean isLabelValue(String text) {
        return text.length() <= LONGEST_LABEL && LABEL_VALUE.matcher(text).matches();
    }

    /** The key of a label or annotation, with or without a prefix. */
    public static boolean isLabelKey(String text) {
        int slash = text.indexOf('/');
        var name = text.substring(slash + 1);
        return !name.isEmpty() && isLabelValue(name) && (slash < 0 || isSubdomain(text.substring(0, slash)));
    }

    /** The key of a ConfigMap or a Secret. */
    public static boolean isConfigKey(String text) {
        return CONFIG_KEY.matcher(text).matches() && !text.equals(".") && !text.startsWith("..");
    }

    /** The name of an environment variable. */
    public static boolean isVariableName(String text) {
        return VARIABLE.matcher(text).matches();
    }
}
