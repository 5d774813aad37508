package io.cosmopilot.conversations;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Files that arrive in parts, so that a line that breaks costs only what was under way. Each is its owner's alone; what is
 * not complete after a day is forgotten. What is complete is kept as one of the {@link Uploads}, under the same id.
 */
public interface PartialUploads {

    /**
     * Announces a file. Of too many that were begun, the oldest are forgotten.
     *
     * @param name as the person calls it
     * @param size in bytes, more than none
     * @param sha256 that it has to have, in lower-case hexadecimal digits; null when nobody told
     */
    Partial begin(String owner, String name, long size, @Nullable String sha256);

    /** How far a file has come, a complete one too; empty for somebody else's, and when its time is over. */
    Optional<Partial> find(String owner, String upload);

    /** Takes the next part, and keeps the file when that was the last. */
    Taken append(String owner, String upload, long offset, byte[] part);

    /** What became of a part. */
    enum Taken {
        TAKEN,
        COMPLETE,
        /** It is not the next one, too long, or of no file. */
        OUT_OF_PLACE,
        /** It was the last, and the file is not what was announced: it has to be sent anew. */
        DAMAGED
    }

    /**
     * A file that is arriving.
     *
     * @param id a UUID
     * @param arrived bytes, from its beginning
     */
    record Partial(String id, long size, long arrived, Instant expires) {}
}
