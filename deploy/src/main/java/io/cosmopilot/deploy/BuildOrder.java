package io.cosmopilot.deploy;

import org.jspecify.annotations.Nullable;

/**
 * What image a person wants.
 *
 * @param space in which it shall be
 * @param image its name there
 * @param base the id of a {@link Builds.Base}; null for a Dockerfile
 */
public record BuildOrder(
        String space, String image, String tag, @Nullable String base, Source source) {

    /** Where the code is. */
    public sealed interface Source {

        /** Handed in: an archive, a jar, a war, a program or a page. */
        @SuppressWarnings("ArrayRecordComponent") // never compared, and copied nowhere: it may be large
        record Upload(String name, byte[] content) implements Source {}

        /** To be fetched: the same kinds of files. */
        record Url(String url) implements Source {}

        /** To be cloned, without its history. */
        record Git(String url, String branch) implements Source {}
    }
}
