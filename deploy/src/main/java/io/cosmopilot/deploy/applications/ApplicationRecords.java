package io.cosmopilot.deploy.applications;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applications in PostgreSQL. */
@Component
public class ApplicationRecords {

    private static final String OWN =
            "select a.id, a.space, a.name, a.template from deploy.application a join deploy.space s on s.name = a.space"
                    + " where s.owner = :person and a.removed_at is null ";

    private final JdbcClient jdbc;

    ApplicationRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Also one that was removed: it may come back. */
    public Optional<ApplicationRow> find(String space, String name) {
        return jdbc.sql("select id, space, name, template from deploy.application where space = ? and name = ?")
                .param(space)
                .param(name)
                .query(ApplicationRow.class)
                .optional();
    }

    /** Records an application, or the template it was released from last. False when the name has another id. */
    public boolean keep(ApplicationRow application) {
        return jdbc.sql(
                                "insert into deploy.application as known (id, space, name, template)"
                                        + " values (:id, :space, :name, :template) on conflict (space, name)"
                                        + " do update set template = excluded.template, removed_at = null where known.id = excluded.id")
                        .param("id", application.id())
                        .param("space", application.space())
                        .param("name", application.name())
                        .param("template", application.template())
                        .update()
                == 1;
    }

    /** Notes that it is gone; its id and its history stay. */
    public void removed(ApplicationRow application) {
        jdbc.sql("update deploy.application set removed_at = now() where id = ?")
                .param(application.id())
                .update();
    }

    /** Whether there is one that was not removed. */
    public boolean taken(String space, String name) {
        return jdbc.sql("select exists (select 1 from deploy.application where space = ? and name = ?"
                        + " and removed_at is null)")
                .param(space)
                .param(name)
                .query(Boolean.class)
                .single();
    }

    List<ApplicationRow> of(String person) {
        return jdbc.sql(OWN + "order by a.name, a.space")
                .param("person", person)
                .query(ApplicationRow.class)
                .list();
    }

    List<ApplicationRow> named(String person, String name) {
        return jdbc.sql(OWN + "and a.name = :name order by a.created_at")
                .param("person", person)
                .param("name", name)
                .query(ApplicationRow.class)
                .list();
    }

    List<String> urls(ApplicationRow application) {
        return jdbc.sql("select url from deploy.claim where space = ? and application = ? and phase = 'SERVING'"
                        + " and url is not null order by claimed_at")
                .param(application.space())
                .param(application.name())
                .query(String.class)
                .list();
    }

    /** Whether a release of it is on its way. */
    boolean changing(ApplicationRow application) {
        return jdbc.sql("select exists (select 1 from deploy.active_release where application_id = ?)")
                .param(application.id())
                .query(Boolean.class)
                .single();
    }
}
