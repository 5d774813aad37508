package io.cosmopilot.deploy.errands;

import java.util.LinkedHashMap;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.jobs.Jobs;
import io.cosmopilot.templates.Manifest;

/** Errands in PostgreSQL. */
@Component
public class Errands {

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Jobs jobs;

    Errands(JdbcClient jdbc, JsonMapper json, Jobs jobs) {
        this.jdbc = jdbc;
        this.json = json;
        this.jobs = jobs;
    }

    /** Has an object made, or changed, in the caller's transaction. The same id again does nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void make(String id, String space, Manifest manifest, Requester requester) {
        open(id, space, manifest.apiVersion(), manifest.kind(), manifest.name(), manifest, requester);
    }

    /** Has an object removed, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(String id, String space, String kind, String name, Requester requester) {
        open(id, space, "v1", kind, name, null, requester);
    }

    private void open(
            String id,
            String space,
            String apiVersion,
            String kind,
            String name,
            @Nullable Manifest manifest,
            Requester requester) {
        boolean opened = jdbc.sql("insert into deploy.errand (id, space, person, reference, api_version, kind, name,"
                                + " content) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .param(id)
                        .param(space)
                        .param(requester.person())
                        .param(requester.reference())
                        .param(apiVersion)
                        .param(kind)
                        .param(name)
                        .param(manifest == null ? null : json.writeValueAsString(manifest.content()))
                        .update()
                == 1;
        if (opened) {
            jobs.enqueue(Running.TASK, id);
        }
    }

    Optional<Errand> unfinished(String id) {
        return jdbc.sql("select * from deploy.errand where id = ? and not finished")
                .param(id)
                .query((row, number) -> new Errand(
                        row.getString("id"),
                        row.getString("space"),
                        row.getString("person"),
                        row.getString("reference"),
                        row.getString("api_version"),
                        row.getString("kind"),
                        row.getString("name"),
                        manifest(row.getString("content"))))
                .optional();
    }

    boolean finish(Errand errand) {
        return jdbc.sql("update deploy.errand set finished = true where id = ? and not finished")
                        .param(errand.id())
                        .update()
                == 1;
    }

    private @Nullable Manifest manifest(@Nullable String content) {
        return content == null ? null : new Manifest(json.readValue(content, OBJECT));
    }
}
