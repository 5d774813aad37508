package io.cosmopilot.deploy.applications;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Belongings;

/** The names of spaces and applications, as PostgreSQL has them. */
@Component
class OwnBelongings implements Belongings {

    private final JdbcClient jdbc;

    OwnBelongings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Belonging> of(String person) {
        return jdbc.sql("select s.name as space, a.name as application from deploy.space s"
                        + " left join deploy.application a on a.space = s.name and a.removed_at is null"
                        + " where s.owner = ? and s.provisioned > 0 order by s.requested_at, s.name, a.name")
                .param(person)
                .query(Belonging.class)
                .list();
    }
}
