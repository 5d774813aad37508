package io.cosmopilot.deploy.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A registry in which spaces are. Every call may wait on it, and throws {@link RegistryException} when it fails. */
interface Registry {

    /** Opens a space for its owner, or grants another size to one that is open. Idempotent. */
    void open(String space, String owner, long bytes);

    /** Everything in these spaces. */
    List<Repository> repositories(Set<String> spaces);

    List<String> tags(Repository repository);

    /** What a tag or a digest stands for; empty when there is no such thing. */
    Optional<Content> manifest(Repository repository, String reference);

    /** Removes what a digest stands for, and every tag of it. What is not there is removed already. */
    void remove(Repository repository, String digest);

    /** A manifest, as it is kept. */
    // The bytes are what the digest is of; nobody compares contents but by their digests.
    @SuppressWarnings("ArrayRecordComponent")
    record Content(String digest, String mediaType, byte[] bytes) {}
}
