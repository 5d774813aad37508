package io.cosmopilot.conversations.images;

import java.util.Locale;

/** Sizes for people. */
public final class Bytes {

    private static final long KI = 1024;

    private Bytes() {}

    /** Such as {@code 87 MB} or {@code 1.5 GB}. */
    public static String of(long bytes) {
        if (bytes < KI * KI) {
            return Math.max(1, bytes / KI) + " KB";
        }
        return bytes < KI * KI * KI
                ? Math.round((double) bytes / (KI * KI)) + " MB"
                : String.format(Locale.ROOT, "%.1f GB", (double) bytes / (KI * KI * KI));
    }
}
