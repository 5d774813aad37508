package io.cosmopilot.conversations.releasing;

import java.util.Locale;
import java.util.regex.Pattern;

/** Cores and memory as people write them. */
public final class Amounts {

    private static final Pattern CPU = Pattern.compile("(?=.*[1-9])(?:[0-9]{1,5}m|[0-9]{1,3}(?:\\.[0-9]{1,3})?)");
    private static final Pattern MEMORY =
            Pattern.compile("(?=.*[1-9])[0-9]{1,6}(?:\\.[0-9]{1,2})?\\s*(?:[MGT]i?B?|[mgt]i?b?)");

    private Amounts() {}

    /** Whether it is an amount of cores, such as {@code 500m} or {@code 0.5}. */
    public static boolean isCpu(String text) {
        return CPU.matcher(text).matches();
    }

    /** Whether it is an amount of memory or storage, such as {@code 512Mi} or {@code 1 GB}. */
    public static boolean isMemory(String text) {
        return MEMORY.matcher(text).matches();
    }

    /** As Kubernetes writes it: what people call a megabyte is a mebibyte. */
    public static String memory(String text) {
        String bare = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT).replaceFirst("I?B?$", "");
        return bare + "i";
    }
}
