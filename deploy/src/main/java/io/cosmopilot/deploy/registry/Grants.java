package io.cosmopilot.deploy.registry;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.ImageMembers.Role;
import io.cosmopilot.deploy.registry.Scope.Action;

/** What each may do in the spaces. */
@Component
class Grants {

    private static final Set<Action> PULL = Set.of(Action.PULL);

    private final JdbcClient jdbc;
    private final RegistrySettings settings;

    Grants(JdbcClient jdbc, RegistrySettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** What is granted of what is asked. */
    Scope of(Caller caller, Scope asked) {
        String space = asked.repository().space();
        if (settings.publicSpaces().contains(space)) {
            return asked.only(settings.operators().contains(caller.name()) ? EnumSet.allOf(Action.class) : PULL);
        }
        return asked.only(
                switch (caller) {
                    case Caller.Anybody anybody -> Set.of();
                    case Caller.Somebody somebody ->
                        role(space, somebody.name()).map(Grants::actions).orElse(Set.of());
                    case Caller.Robot robot -> of(robot, space);
                });
    }

    /** Applications of a space may use whatever its owner may pull. */
    private Set<Action> of(Caller.Robot robot, String space) {
        if (robot.space().equals(space)) {
            return robot.pushes() ? EnumSet.of(Action.PULL, Action.PUSH) : PULL;
        }
        return jdbc.sql("""
                        select exists (select from deploy.image_member reads
                                         join deploy.image_member owns on owns.person = reads.person
                                        where reads.space = :space and owns.space = :robots and owns.role = 'OWNER')
                        """)
                        .param("space", space)
                        .param("robots", robot.space())
                        .query(Boolean.class)
                        .single()
                ? PULL
                : Set.of();
    }

    Optional<Role> role(String space, String person) {
        return jdbc.sql("select role from deploy.image_member where space = ? and person = ?")
                .param(space)
                .param(person)
                .query(Role.class)
                .optional();
    }

    private static Set<Action> actions(Role role) {
        return switch (role) {
            case OWNER -> EnumSet.allOf(Action.class);
            case PUSHER -> EnumSet.of(Action.PULL, Action.PUSH);
            case READER -> PULL;
        };
    }
}
