package io.cosmopilot.deploy.releases;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Release;
import io.cosmopilot.deploy.cluster.Tree;

/** The releases that were applied, as people look back at them. */
@Component
class History {

    private static final List<String> WORKLOADS = List.of("Deployment", "StatefulSet", "DaemonSet");

    private final JdbcClient jdbc;
    private final ReleaseRecords records;
    private final ReleaseObjects objects;
    private final Recipes recipes;

    History(JdbcClient jdbc, ReleaseRecords records, ReleaseObjects objects, Recipes recipes) {
        this.jdbc = jdbc;
        this.records = records;
        this.objects = objects;
        this.recipes = recipes;
    }

    /** A release among those of its application. */
    private record Place(String id, int number, int fromLast, Timestamp at) {}

    List<Release> of(String application) {
        return jdbc.sql("""
                        select id, row_number() over (order by rolling_since) as number,
                            row_number() over (order by rolling_since desc) as from_last, rolling_since as at
                        from deploy.release where application_id = ? and rolling_since is not null
                        order by rolling_since desc""").param(application).query(Place.class).list().stream()
                .flatMap(place -> records.find(place.id()).stream().map(row -> release(row, place)))
                .toList();
    }

    /** The application of which the person applied a release last. */
    Optional<String> latest(String person) {
        return jdbc.sql("select application_id from deploy.release where person = ? and rolling_since is not null"
                        + " order by rolling_since desc limit 1")
                .param(person)
                .query(String.class)
                .optional();
    }

    private Release release(ReleaseRow row, Place place) {
        var recipe = recipes.of(row);
        return new Release(
                row.id(),
                row.application(),
                row.space(),
                place.number(),
                place.at().toInstant(),
                row.person(),
                row.template(),
                objects.values(row),
                state(row.phase()),
                place.fromLast() == 1,
                images(row),
                recipe.source(),
                recipe.adjustments());
    }

    private List<String> images(ReleaseRow row) {
        return objects.of(row.id()).stream()
                .map(ReleaseObject::manifest)
                .filter(manifest -> WORKLOADS.contains(manifest.kind()))
                .flatMap(manifest -> new Tree(manifest.content())
                        .at("spec", "template", "spec").each("containers").stream()
                                .map(container -> container.text("image", "")))
                .distinct()
                .toList();
    }

    private static Release.State state(Phase phase) {
        return switch (phase) {
            case HEALTHY -> Release.State.HEALTHY;
            case FAILED, REFUSED -> Release.State.FAILED;
            case CANCELLED -> Release.State.CANCELLED;
            case PLANNING, PLANNED, APPLYING, ROLLING -> Release.State.ROLLING;
        };
    }
}
