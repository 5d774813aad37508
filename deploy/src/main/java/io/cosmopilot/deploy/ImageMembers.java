package io.cosmopilot.deploy;

import java.util.List;
import java.util.Optional;

/** Who may do what in an image space. What changes counts from the next push and pull on. */
public interface ImageMembers {

    List<Member> of(String space);

    /** The spaces in which the person may do anything at all, by name. */
    List<String> spaces(String person);

    Optional<Role> role(String space, String person);

    /**
     * Lets somebody in, or gives them another role.
     *
     * @return false when {@code owner} does not own the space; whoever owns it keeps owning it
     */
    boolean admit(String space, String owner, String person, Role role);

    /** Lets nobody in any more who was a member; false when {@code owner} does not own the space, or nothing changed. */
    boolean dismiss(String space, String owner, String person);

    /** Somebody and their role. */
    record Member(String person, Role role) {}

    /** What a member may do; each may what the next may. */
    enum Role {
        /** Everything, deleting and letting others in included. */
        OWNER,
        PUSHER,
        READER
    }
}
