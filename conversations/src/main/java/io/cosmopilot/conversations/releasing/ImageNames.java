package io.cosmopilot.conversations.releasing;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** References of images as people write them. */
public final class ImageNames {

    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern REFERENCE =
            Pattern.compile("(?:[A-Za-z0-9.-]+(?::[0-9]{1,5})?/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*"
                    + "(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[a-f0-9]{64})?");
    private static final int LONGEST = 400;

    /** The ports at which well-known images listen. */
    private static final Map<String, Integer> PORTS = Map.ofEntries(
            Map.entry("nginx", 80),
            Map.entry("httpd", 80),
            Map.entry("tomcat", 8080),
            Map.entry("redis", 6379),
            Map.entry("mysql", 3306),
            Map.entry("mariadb", 3306),
            Map.entry("postgres", 5432),
            Map.entry("rabbitmq", 5672),
            Map.entry("mongo", 27017),
            Map.entry("elasticsearch", 9200),
            Map.entry("node", 3000),
            Map.entry("grafana", 3000));

    private ImageNames() {}

    public static boolean isTag(String text) {
        return TAG.matcher(text).matches();
    }

    public static boolean isReference(String text) {
        return text.length() <= LONGEST && REFERENCE.matcher(text).matches();
    }

    /** Whether a reference says which version; {@code latest} is none. */
    public static boolean isVersioned(String reference) {
        String last = reference.substring(reference.lastIndexOf('/') + 1);
        return reference.contains("@") || (last.contains(":") && !last.endsWith(":latest"));
    }

    /** The last part of its name, without the tag, as far as it can name an application. */
    public static String base(String reference) {
        String last = reference.substring(reference.lastIndexOf('/') + 1).replaceFirst("[:@].*$", "");
        String label = last.replaceAll("[^a-z0-9-]+", "-").replaceFirst("^[^a-z]+", "");
        String cut = label.length() > 28 ? label.substring(0, 28) : label;
        String name = cut.replaceFirst("-+$", "");
        return name.isEmpty() ? "app" : name;
    }

    /** The port that is usual for such an image. */
    public static Optional<Integer> port(String reference) {
        return Optional.ofNullable(PORTS.get(base(reference)));
    }
}
