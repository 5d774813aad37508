package io.cosmopilot.deploy.registry;

import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.ImageMembers.Role;

/** Who may push, for those parts of this module that do it for them. */
@Component
public class Memberships {

    private final Grants grants;

    Memberships(Grants grants) {
        this.grants = grants;
    }

    public boolean pushes(String space, String person) {
        return grants.role(space, person).filter(role -> role != Role.READER).isPresent();
    }
}
