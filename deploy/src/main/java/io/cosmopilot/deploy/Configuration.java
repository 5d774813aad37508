package io.cosmopilot.deploy;

import java.util.Map;
import java.util.TreeMap;

/**
 * Configuration files that are kept apart from the applications which read them.
 *
 * @param files their contents by name
 */
public record Configuration(String name, String space, Map<String, String> files) {

    public Configuration {
        files = Map.copyOf(files);
    }

    /** By name. */
    public Map<String, String> sorted() {
        return new TreeMap<>(files);
    }

    /**
     * An application that reads it.
     *
     * @param bySubPath whether as single files, which never change under a running program; a whole directory follows by itself
     */
    public record Reader(String application, boolean bySubPath) {}
}
