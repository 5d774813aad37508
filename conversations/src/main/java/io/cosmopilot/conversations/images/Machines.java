package io.cosmopilot.conversations.images;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.cosmopilot.conversations.images.PushHelp.Machine;

/** What people call the system of their machine. */
final class Machines {

    private static final Map<String, Machine> NAMES = Map.ofEntries(
            Map.entry("linux", Machine.LINUX),
            Map.entry("ubuntu", Machine.LINUX),
            Map.entry("centos", Machine.LINUX),
            Map.entry("debian", Machine.LINUX),
            Map.entry("mac", Machine.MAC),
            Map.entry("macos", Machine.MAC),
            Map.entry("osx", Machine.MAC),
            Map.entry("苹果", Machine.MAC),
            Map.entry("windows", Machine.WINDOWS),
            Map.entry("win", Machine.WINDOWS),
            Map.entry("win10", Machine.WINDOWS),
            Map.entry("win11", Machine.WINDOWS));

    private Machines() {}

    static Optional<Machine> read(String text) {
        return Optional.ofNullable(NAMES.get(text.strip().toLowerCase(Locale.ROOT)));
    }
}
