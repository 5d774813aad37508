package io.cosmopilot.deploy.registry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.cosmopilot.deploy.ImageMembers.Role;
import io.cosmopilot.deploy.registry.Robots.Credential;

/** A registry in which spaces are. Every call may wait on it, and throws {@link RegistryException} when it fails. */
interface Registry {

    /** Opens a space for its owner, or grants another size to one that is open. Idempotent. */
    void open(String space, String owner, long bytes);

    /** Lets somebody have a role in a space, or none. Idempotent. */
    void member(String space, String person, Optional<Role> role);

    /** What a space's applications pull with. Asks nobody. */
    Credential puller(String space);

    /** What a build pushes with, for as long as it may take. */
    Credential pusher(String space, Duration lifetime);

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
