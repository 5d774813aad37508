package io.cosmopilot.deploy;

import org.jspecify.annotations.Nullable;

/** What happened to images. Published as application events; {@code id} is unique to each report. */
public sealed interface ImageReport {

    String id();

    /** Whom it concerns. */
    String person();

    /**
     * An image is in a space.
     *
     * @param person who pushed it, or whose space it is when nobody knows
     * @param image its name in the space
     * @param size of everything it consists of, in bytes
     * @param replaced the digest that the tag meant before, or null
     * @param built whether a build of ours pushed it, which tells of itself
     */
    record Arrived(
            String id,
            String person,
            String space,
            String image,
            String tag,
            String digest,
            long size,
            @Nullable String replaced,
            boolean built)
            implements ImageReport {}

    /** A space takes no more. Told once for each time it fills up. */
    record SpaceFull(String id, String person, String space, long used, long granted) implements ImageReport {}

    /** A tag or a whole image was removed, as was asked. */
    record Removed(String id, String person, String reference, String space, String image) implements ImageReport {}

    /** It was not removed; {@code reason} is for operators. */
    record NotRemoved(String id, String person, String reference, String space, String image, String reason)
            implements ImageReport {}
}
