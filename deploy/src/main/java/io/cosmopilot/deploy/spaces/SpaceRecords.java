package io.cosmopilot.deploy.spaces;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Quota;
import io.cosmopilot.deploy.Requester;

/** Spaces in PostgreSQL. */
@Component
class SpaceRecords {

    private final JdbcClient jdbc;

    SpaceRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SpaceRow> find(String name) {
        return jdbc.sql("select * from deploy.space where name = ?")
                .param(name)
                .query(SpaceRow.class)
                .optional();
    }

    List<SpaceRow> provisionedOf(String person) {
        return jdbc.sql("select * from deploy.space where owner = ? and provisioned > 0 order by requested_at, name")
                .param(person)
                .query(SpaceRow.class)
                .list();
    }

    List<SpaceRow> provisioned() {
        return jdbc.sql("select * from deploy.space where provisioned > 0 order by name")
                .query(SpaceRow.class)
                .list();
    }

    /** Records a new space or the new quota of the owner's own; empty when the name is somebody else's. */
    Optional<SpaceRow> order(String name, String namespace, Quota quota, Requester requester) {
        return jdbc.sql("""
                        insert into deploy.space as known
                            (name, namespace, owner, storage_gi, cpu, memory_gi, reference)
                        values (:name, :namespace, :owner, :storage, :cpu, :memory, :reference)
                        on conflict (name) do update set
                            storage_gi = excluded.storage_gi, cpu = excluded.cpu, memory_gi = excluded.memory_gi,
                            reference = excluded.reference, revision = known.revision + 1, attempts = 0
                        where known.owner = excluded.owner
                        returning *
                        """)
                .param("name", name)
                .param("namespace", namespace)
                .param("owner", requester.person())
                .param("storage", quota.storageGi())
                .param("cpu", quota.cpu())
                .param("memory", quota.memoryGi())
                .param("reference", requester.reference())
                .query(SpaceRow.class)
                .optional();
    }

    boolean provisioned(String name, int revision) {
        return jdbc.sql("update deploy.space set provisioned = :revision where name = :name and revision = :revision"
                                + " and provisioned < :revision")
                        .param("name", name)
                        .param("revision", revision)
                        .update()
                == 1;
    }

    boolean failed(String name, int revision, int attempt) {
        return jdbc.sql("update deploy.space set attempts = :attempt where name = :name and revision = :revision"
                                + " and provisioned < :revision and attempts < :attempt")
                        .param("name", name)
                        .param("revision", revision)
                        .param("attempt", attempt)
                        .update()
                == 1;
    }
}
