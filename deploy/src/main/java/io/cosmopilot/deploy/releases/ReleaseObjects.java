package io.cosmopilot.deploy.releases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.templates.Manifest;

/** What releases consist of, and what may exist in the cluster because of them, in PostgreSQL. */
@Component
class ReleaseObjects {

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReleaseObjects(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    String inputs(Map<String, String> values) {
        return json.writeValueAsString(values);
    }

    Map<String, String> values(ReleaseRow release) {
        return json.readValue(release.inputs(), VALUES);
    }

    /** Records what a release consists of, in the order of applying. */
    void keep(String release, List<Manifest> manifests) {
        for (int position = 0; position < manifests.size(); position++) {
            jdbc.sql("insert into deploy.release_object (release_id, position, content) values (?, ?, ?)"
                            + " on conflict (release_id, position) do update set content = excluded.content")
                    .param(release)
                    .param(position)
                    .param(json.writeValueAsString(manifests.get(position).content()))
                    .update();
        }
    }

    List<ReleaseObject> of(String release) {
        return jdbc.sql("select * from deploy.release_object where release_id = ? order by position")
                .param(release)
                .query((row, number) -> new ReleaseObject(
                        row.getInt("position"),
                        new Manifest(json.readValue(row.getString("content"), OBJECT)),
                        row.getBoolean("applied"),
                        row.getObject("generation", Long.class)))
                .list();
    }

    List<Manifest> manifests(ReleaseRow release) {
        return of(release.id()).stream().map(ReleaseObject::manifest).toList();
    }

    void applied(String release, int position, @Nullable Long generation) {
        jdbc.sql("update deploy.release_object set applied = true, generation = ? where release_id = ?"
                        + " and position = ?")
                .param(generation)
                .param(release)
                .param(position)
                .update();
    }

    /** Notes that the objects may exist from now on. */
    void expect(String application, List<ReleaseObject> objects) {
        for (var object : objects) {
            jdbc.sql("insert into deploy.inventory (application_id, api_version, kind, name) values (?, ?, ?, ?)"
                            + " on conflict do nothing")
                    .param(application)
                    .param(object.manifest().apiVersion())
                    .param(object.manifest().kind())
                    .param(object.manifest().name())
                    .update();
        }
    }

    /**
     * What may exist of an application but is not among these, last applied first. Volumes hold data that no release
     * can bring back: they are only among it when they are wanted gone.
     */
    List<Kept> surplus(String application, List<Manifest> wanted, boolean volumes) {
        var names = wanted.stream().map(Kept::of).toList();
        return jdbc
                .sql("select api_version, kind, name from deploy.inventory where application_id = ?")
                .param(application)
                .query(Kept.class)
                .list()
                .stream()
                .filter(kept -> names.stream().noneMatch(kept::same))
                .filter(kept -> volumes || !kept.kind().equals("PersistentVolumeClaim"))
                .sorted()
                .toList();
    }

    void gone(String application, Kept kept) {
        jdbc.sql("delete from deploy.inventory where application_id = ? and api_version = ? and kind = ? and name = ?")
                .param(application)
                .param(kept.apiVersion())
                .param(kept.kind())
                .param(kept.name())
                .update();
    }
}
