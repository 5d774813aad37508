package io.cosmopilot.conversations.approvals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import io.cosmopilot.deploy.Quota;

/** The usual sizes of a space. */
enum Size {
    SMALL(10, 2, 4),
    MEDIUM(20, 4, 8),
    LARGE(50, 8, 16);

    private final int storageGi;
    private final int cpu;
    private final int memoryGi;

    Size(int storageGi, int cpu, int memoryGi) {
        this.storageGi = storageGi;
        this.cpu = cpu;
        this.memoryGi = memoryGi;
    }

    Quota quota() {
        return new Quota(storageGi, cpu, memoryGi);
    }

    /** The word in a button's id. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Size> named(String id) {
        return Arrays.stream(values()).filter(size -> size.id().equals(id)).findFirst();
    }

    /** The smallest with this much storage, or the largest. */
    static Size holding(int storageGi) {
        return Arrays.stream(values())
                .filter(size -> size.storageGi >= storageGi)
                .findFirst()
                .orElse(LARGE);
    }
}
