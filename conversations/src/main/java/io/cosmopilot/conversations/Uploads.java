package io.cosmopilot.conversations;

import java.util.Optional;

/** Files that people hand in before they say what they are for. Each is its owner's alone, and is kept for a day. */
public interface Uploads {

    /**
     * Keeps a file.
     *
     * @param name as the person calls it; what is before the last slash is dropped
     */
    Upload keep(String owner, String name, byte[] content);

    /** What the owner handed in; empty for somebody else's, and when its time is over. */
    Optional<byte[]> content(String owner, String upload);

    Optional<Upload> find(String owner, String upload);

    /**
     * A file that is kept.
     *
     * @param id a UUID
     * @param size in bytes
     * @param sha256 in lower-case hexadecimal digits
     */
    record Upload(String id, String name, long size, String sha256) {}
}
