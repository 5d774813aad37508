package io.cosmopilot.deploy.releases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Problem.Offer;
import io.cosmopilot.deploy.ReleaseReport;
import io.cosmopilot.deploy.ReleaseReport.Plan;
import io.cosmopilot.deploy.cluster.ClusterAway;
import io.cosmopilot.deploy.domains.WrittenHosts;
import io.cosmopilot.deploy.jobs.Told;
import io.cosmopilot.deploy.spaces.Namespaces;

/** Plans a release: renders it and shows it to the cluster, which changes nothing yet. */
@Component
class Planning {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("deploy-plan-release");

    // Short enough that what a template adds to it is still the name of a Service.
    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,38}[a-z0-9])?");

    private final ReleaseRecords records;
    private final ReleaseObjects objects;
    private final Recipes recipes;
    private final Namespaces namespaces;
    private final Drafting drafting;
    private final WrittenHosts hosts;
    private final HostNotes hostNotes;
    private final Rehearsal rehearsal;
    private final Absence absence;
    private final Told told;

    Planning(
            ReleaseRecords records,
            ReleaseObjects objects,
            Recipes recipes,
            Namespaces namespaces,
            Drafting drafting,
            WrittenHosts hosts,
            HostNotes hostNotes,
            Rehearsal rehearsal,
            Absence absence,
            Told told) {
        this.records = records;
        this.objects = objects;
        this.recipes = recipes;
        this.namespaces = namespaces;
        this.drafting = drafting;
        this.hosts = hosts;
        this.hostNotes = hostNotes;
        this.rehearsal = rehearsal;
        this.absence = absence;
        this.told = told;
    }

    void run(String id) {
        records.find(id).filter(release -> release.phase() == Phase.PLANNING).ifPresent(this::planOrExcuse);
    }

    private void planOrExcuse(ReleaseRow release) {
        try {
            plan(release);
        } catch (ClusterAway away) {
            absence.tell(release);
            throw away;
        } catch (DataAccessException passing) {
            throw passing;
        } catch (RuntimeException ours) {
            refuse(release, List.of(Excuse.of(ours)));
        }
    }

    private void plan(ReleaseRow release) {
        if (!NAME.matcher(release.application()).matches()) {
            var wrong = List.of(release.application());
            refuse(release, List.of(new Problem("deploy.plan.bad-name", wrong, null, List.of(Offer.EDIT), List.of())));
            return;
        }
        namespaces
                .of(release.space(), release.person())
                .ifPresentOrElse(
                        namespace -> plan(release, namespace),
                        () -> refuse(
                                release,
                                List.of(new Problem(
                                        "deploy.plan.no-space",
                                        List.of(release.space()),
                                        null,
                                        List.of(Offer.HUMAN),
                                        List.of()))));
    }

    private void plan(ReleaseRow release, String namespace) {
        var recipe = recipes.of(release);
        var draft = drafting.draft(release, recipe, values(release), namespace);
        if (!draft.problems().isEmpty()) {
            refuse(release, draft.problems());
            return;
        }
        var refused = hosts.check(draft.manifests(), release.space(), namespace);
        if (!refused.isEmpty()) {
            refuse(release, refused);
            return;
        }
        var outcome = rehearsal.of(release, draft.manifests(), recipe.removesVolumes(), namespace);
        if (!outcome.problems().isEmpty()) {
            refuse(release, outcome.problems());
            return;
        }
        var notes = Stream.concat(draft.notes().stream(), hostNotes.of(draft.manifests()).stream())
                .toList();
        var plan = new Plan(outcome.changes(), notes, outcome.quota());
        told.once(
                () -> planned(release, draft),
                () -> new ReleaseReport.Planned(
                        release.nextReport(), release.requester(), release.id(), release.application(), plan));
    }

    /** A second release keeps what the first was given or had generated, unless the order says otherwise. */
    private Map<String, String> values(ReleaseRow release) {
        var values = new HashMap<String, String>();
        records.before(release).ifPresent(before -> values.putAll(objects.values(before)));
        values.putAll(objects.values(release));
        return values;
    }

    private boolean planned(ReleaseRow release, Draft draft) {
        if (!records.move(release, Phase.PLANNED)) {
            return false;
        }
        records.inputs(release, objects.inputs(draft.values()));
        objects.keep(release.id(), draft.manifests());
        return true;
    }

    private void refuse(ReleaseRow release, List<Problem> problems) {
        told.once(
                () -> records.move(release, Phase.REFUSED),
                () -> new ReleaseReport.Refused(
                        release.nextReport(), release.requester(), release.id(), release.application(), problems));
    }
}
