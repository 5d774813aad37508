package io.cosmopilot.deploy.registry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.ImageMembers;
import io.cosmopilot.deploy.jobs.Jobs;
import io.cosmopilot.deploy.registry.RegistrySettings.Kind;

/** The spaces of the registry and their members, in PostgreSQL. */
@Component
class Rooms implements ImageMembers {

    private final JdbcClient jdbc;
    private final Grants grants;
    private final RegistrySettings settings;
    private final Jobs jobs;

    Rooms(JdbcClient jdbc, Grants grants, RegistrySettings settings, Jobs jobs) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.settings = settings;
        this.jobs = jobs;
    }

    /** Opens a space, or grants another size to one that is open. */
    void open(String space, String owner, long bytes) {
        jdbc.sql("""
                        insert into deploy.image_space (name, granted_bytes) values (:space, :bytes)
                        on conflict (name) do update set granted_bytes = excluded.granted_bytes
                        """).param("space", space).param("bytes", bytes).update();
        put(space, owner, Role.OWNER);
    }

    Optional<Room> find(String space) {
        return jdbc.sql("select name, granted_bytes, used_bytes from deploy.image_space where name = ?")
                .param(space)
                .query(Room.class)
                .optional();
    }

    List<String> all() {
        return jdbc.sql("select name from deploy.image_space order by name")
                .query(String.class)
                .list();
    }

    /** One change of a space after the other, until the transaction ends. */
    void lock(String space) {
        jdbc.sql("select 1 from deploy.image_space where name = ? for update")
                .param(space)
                .query(Integer.class)
                .optional();
    }

    void used(String space, long bytes) {
        jdbc.sql("update deploy.image_space set used_bytes = ? where name = ?")
                .param(bytes)
                .param(space)
                .update();
    }

    Optional<String> owner(String space) {
        return jdbc.sql("select person from deploy.image_member where space = ? and role = 'OWNER'"
                        + " order by admitted_at, person limit 1")
                .param(space)
                .query(String.class)
                .optional();
    }

    @Override
    public List<Member> of(String space) {
        return jdbc.sql(
                        "select person, role from deploy.image_member where space = ? order by role = 'OWNER' desc, person")
                .param(space)
                .query((row, number) -> new Member(row.getString(1), Role.valueOf(row.getString(2))))
                .list();
    }

    @Override
    public List<String> spaces(String person) {
        return jdbc.sql("select space from deploy.image_member where person = ? order by space")
                .param(person)
                .query(String.class)
                .list();
    }

    @Override
    public Optional<Role> role(String space, String person) {
        return grants.role(space, person);
    }

    @Override
    public boolean admit(String space, String owner, String person, Role role) {
        if (!owns(space, owner) || owns(space, person)) {
            return false;
        }
        put(space, person, role);
        bring(space, person);
        return true;
    }

    @Override
    public boolean dismiss(String space, String owner, String person) {
        boolean gone = owns(space, owner)
                && !owner.equals(person)
                && jdbc.sql("delete from deploy.image_member where space = ? and person = ? and role <> 'OWNER'")
                                .param(space)
                                .param(person)
                                .update()
                        == 1;
        if (gone) {
            bring(space, person);
        }
        return gone;
    }

    private void bring(String space, String person) {
        if (settings.kind() == Kind.HARBOR) {
            jobs.enqueue(
                    Admitting.TASK,
                    Admitting.id(space, person, UUID.randomUUID().toString()));
        }
    }

    private boolean owns(String space, String person) {
        return role(space, person).filter(Role.OWNER::equals).isPresent();
    }

    private void put(String space, String person, Role role) {
        jdbc.sql("""
                        insert into deploy.image_member (space, person, role) values (:space, :person, :role)
                        on conflict (space, person) do update set role = excluded.role
                        """)
                .param("space", space)
                .param("person", person)
                .param("role", role.name())
                .update();
    }

    /** A space and how much of it is used. */
    record Room(String name, long grantedBytes, long usedBytes) {
        boolean full() {
            return usedBytes >= grantedBytes;
        }
    }
}
