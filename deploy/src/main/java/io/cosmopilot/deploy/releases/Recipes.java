package io.cosmopilot.deploy.releases;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.Order;
import io.cosmopilot.deploy.Source;

/** What releases are made of, in PostgreSQL. */
@Component
class Recipes {

    private static final TypeReference<List<Adjustment>> ADJUSTMENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ReleaseObjects objects;

    Recipes(JdbcClient jdbc, JsonMapper json, ReleaseObjects objects) {
        this.jdbc = jdbc;
        this.json = json;
        this.objects = objects;
    }

    void keep(String release, Order order) {
        jdbc.sql("insert into deploy.recipe (release_id, source, adjustments) values (?, ?, ?) on conflict do nothing")
                .param(release)
                .param(json.writerFor(Source.class).writeValueAsString(order.source()))
                .param(json.writerFor(ADJUSTMENTS).writeValueAsString(order.adjustments()))
                .update();
    }

    Recipe of(ReleaseRow release) {
        return jdbc.sql("select source, adjustments from deploy.recipe where release_id = ?")
                .param(release.id())
                .query((row, number) -> new Recipe(
                        json.readValue(row.getString("source"), Source.class),
                        json.readValue(row.getString("adjustments"), ADJUSTMENTS)))
                .optional()
                .orElseGet(
                        () -> new Recipe(new Source.Template(release.template(), objects.values(release)), List.of()));
    }
}
