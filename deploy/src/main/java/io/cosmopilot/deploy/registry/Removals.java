package io.cosmopilot.deploy.registry;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Requester;

/** What is to be removed, in PostgreSQL. */
@Component
class Removals {

    private final JdbcClient jdbc;

    Removals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void order(String id, Repository repository, String digest, Requester requester) {
        jdbc.sql("insert into deploy.image_removal (id, repository, digest, person, reference) values (?, ?, ?, ?, ?)")
                .param(id)
                .param(repository.path())
                .param(digest)
                .param(requester.person())
                .param(requester.reference())
                .update();
    }

    Optional<Removal> find(String id) {
        return jdbc.sql("select id, repository, digest, person, reference, attempts from deploy.image_removal"
                        + " where id = ? and not settled")
                .param(id)
                .query(Removal.class)
                .optional();
    }

    boolean settle(String id) {
        return jdbc.sql("update deploy.image_removal set settled = true where id = ? and not settled")
                        .param(id)
                        .update()
                == 1;
    }

    void failed(String id) {
        jdbc.sql("update deploy.image_removal set attempts = attempts + 1 where id = ?")
                .param(id)
                .update();
    }

    /** One of them; {@code attempts} have failed. */
    record Removal(String id, String repository, String digest, String person, String reference, int attempts) {}
}
