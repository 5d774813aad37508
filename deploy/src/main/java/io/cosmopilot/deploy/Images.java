package io.cosmopilot.deploy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** What is in the image spaces, as far as is known. Reads and writes PostgreSQL only. */
public interface Images {

    /** The images of a space that the person may see, by name. */
    List<Image> of(String person, String space);

    /** The tags of an image that the person may see, latest first. */
    List<Tag> tags(String person, String space, String image);

    /** How much of a space is used, when the person may see it. */
    Optional<Usage> usage(String person, String space);

    /**
     * Removes what a digest stands for, in the caller's transaction; a job does it. Told by
     * {@link ImageReport.Removed} or {@link ImageReport.NotRemoved}.
     *
     * @return false when the person does not own the space, or when there is no such thing
     */
    boolean remove(String space, String image, String digest, Requester requester);

    /** The digest that a reference with a tag means now, when it is in a space: {@code registry/space/name:tag}. */
    Optional<String> digest(String reference);

    /** An image: its tags, and when one of them was pushed last. */
    record Image(String name, int tags, long size, Instant pushedAt) {}

    /**
     * A tag.
     *
     * @param size of everything it consists of, in bytes
     * @param others other tags of the same digest, which a registry removes together with it
     */
    record Tag(
            String name,
            String digest,
            long size,
            Instant pushedAt,
            @Nullable String pushedBy,
            List<String> others) {}

    /** Bytes: what is committed and what is granted. */
    record Usage(long used, long granted) {}
}
