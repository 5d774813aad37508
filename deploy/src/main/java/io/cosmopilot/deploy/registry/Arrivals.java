package io.cosmopilot.deploy.registry;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the registry told to have arrived, in PostgreSQL. */
@Component
class Arrivals {

    private final JdbcClient jdbc;

    Arrivals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True the first time. */
    boolean note(Arrival arrival) {
        return jdbc.sql("""
                        insert into deploy.image_arrival (id, repository, digest, tag, actor)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .param(arrival.id())
                        .param(arrival.repository())
                        .param(arrival.digest())
                        .param(arrival.tag())
                        .param(arrival.actor())
                        .update()
                == 1;
    }

    Optional<Arrival> find(String id) {
        return jdbc.sql(
                        "select id, repository, digest, tag, actor from deploy.image_arrival where id = ? and not settled")
                .param(id)
                .query(Arrival.class)
                .optional();
    }

    /** True for whoever settles it. */
    boolean settle(String id) {
        return jdbc.sql("update deploy.image_arrival set settled = true where id = ? and not settled")
                        .param(id)
                        .update()
                == 1;
    }

    void forgetOld() {
        jdbc.sql("delete from deploy.image_arrival where settled and told_at < now() - interval '7 days'")
                .update();
    }

    /**
     * Something that was pushed.
     *
     * @param tag empty when it was pushed by its digest
     * @param actor who pushed it, empty when the registry did not say
     */
    record Arrival(String id, String repository, String digest, String tag, String actor) {}
}
