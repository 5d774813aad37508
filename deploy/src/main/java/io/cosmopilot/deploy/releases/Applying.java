package io.cosmopilot.deploy.releases;

import java.util.List;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.ReleaseReport;
import io.cosmopilot.deploy.cluster.Cluster;
import io.cosmopilot.deploy.cluster.ClusterAway;
import io.cosmopilot.deploy.cluster.Hand;
import io.cosmopilot.deploy.cluster.Ownership;
import io.cosmopilot.deploy.cluster.Refusal;
import io.cosmopilot.deploy.cluster.Tree;
import io.cosmopilot.deploy.jobs.Told;
import io.cosmopilot.deploy.spaces.Namespaces;
import io.cosmopilot.templates.Manifest;

/**
 * Applies a release object by object. Each step is noted after it is done and can be done twice, so that whoever
 * continues after a crash goes on where it happened.
 */
@Component
class Applying {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("deploy-apply-release");

    private final ReleaseRecords records;
    private final ReleaseObjects objects;
    private final Recipes recipes;
    private final Farewell farewell;
    private final Namespaces namespaces;
    private final Cluster cluster;
    private final Absence absence;
    private final Told told;

    Applying(
            ReleaseRecords records,
            ReleaseObjects objects,
            Recipes recipes,
            Farewell farewell,
            Namespaces namespaces,
            Cluster cluster,
            Absence absence,
            Told told) {
        this.records = records;
        this.objects = objects;
        this.recipes = recipes;
        this.farewell = farewell;
        this.namespaces = namespaces;
        this.cluster = cluster;
        this.absence = absence;
        this.told = told;
    }

    void run(String id) {
        records.find(id).filter(release -> release.phase() == Phase.APPLYING).ifPresent(this::apply);
    }

    private void apply(ReleaseRow release) {
        var namespace = namespaces.of(release.space(), release.person());
        if (namespace.isEmpty()) {
            fail(release, List.of(Problem.of("deploy.plan.no-space", release.space())));
            return;
        }
        try {
            apply(release, namespace.get());
        } catch (Refusal refusal) {
            fail(release, Refusals.told(refusal));
        } catch (ClusterAway away) {
            absence.tell(release);
            throw away;
        } catch (DataAccessException passing) {
            throw passing;
        } catch (RuntimeException ours) {
            fail(release, List.of(Excuse.of(ours)));
        }
    }

    private void apply(ReleaseRow release, String namespace) {
        var hand = cluster.as(release.person(), release.space());
        var all = objects.of(release.id());
        told.quietly(() -> objects.expect(release.applicationId(), all));
        for (var object : all) {
            if (stopped(release)) {
                return;
            }
            if (!object.applied()) {
                var live = hand.apply(object.manifest(), namespace);
                told.quietly(() -> objects.applied(release.id(), object.position(), generation(live)));
            }
        }
        var recipe = recipes.of(release);
        prune(release, all, recipe.removesVolumes(), hand, namespace);
        if (recipe.removes()) {
            farewell.to(release, recipe.removesVolumes(), hand, namespace);
        } else {
            told.quietly(() -> records.move(release, Phase.ROLLING));
        }
    }

    private boolean stopped(ReleaseRow release) {
        return records.find(release.id())
                .filter(now -> now.phase() == Phase.APPLYING)
                .isEmpty();
    }

    /** Removes what earlier releases made and this one does not have, if it is proved to be the application's own. */
    private void prune(ReleaseRow release, List<ReleaseObject> all, boolean volumes, Hand hand, String namespace) {
        var wanted = all.stream().map(ReleaseObject::manifest).toList();
        for (var kept : objects.surplus(release.applicationId(), wanted, volumes)) {
            var reference = kept.in(namespace);
            hand.find(reference)
                    .filter(live -> Ownership.belongs(live, release.applicationId()))
                    .ifPresent(live -> hand.remove(reference));
            told.quietly(() -> objects.gone(release.applicationId(), kept));
        }
    }

    private static @Nullable Long generation(Manifest live) {
        var generation = new Tree(live.content()).at("metadata").text("generation", "");
        return generation.isEmpty() ? null : Long.valueOf(generation);
    }

    private void fail(ReleaseRow release, List<Problem> problems) {
        told.once(
                () -> records.move(release, Phase.FAILED),
                () -> new ReleaseReport.Failed(
                        release.nextReport(),
                        release.requester(),
                        release.id(),
                        release.application(),
                        List.of(),
                        problems));
    }
}
