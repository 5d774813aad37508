package io.cosmopilot.deploy.releases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Problem.Offer;
import io.cosmopilot.deploy.ReleaseReport.Action;
import io.cosmopilot.deploy.ReleaseReport.Change;
import io.cosmopilot.deploy.ReleaseReport.QuotaLine;
import io.cosmopilot.deploy.cluster.Cluster;
import io.cosmopilot.deploy.cluster.Hand;
import io.cosmopilot.deploy.cluster.Ownership;
import io.cosmopilot.deploy.cluster.Reference;
import io.cosmopilot.deploy.cluster.Refusal;
import io.cosmopilot.templates.Manifest;

/** Shows every object of a release to the cluster as the person, with nothing being changed, and collects what it says. */
@Component
class Rehearsal {

    private final Cluster cluster;
    private final ReleaseObjects objects;

    Rehearsal(Cluster cluster, ReleaseObjects objects) {
        this.cluster = cluster;
        this.objects = objects;
    }

    /**
     * @param changes what applying would do, object by object
     * @param quota what it would take
     * @param problems everything that stands in the way
     */
    record Outcome(List<Change> changes, List<QuotaLine> quota, List<Problem> problems) {}

    Outcome of(ReleaseRow release, List<Manifest> manifests, boolean volumes, String namespace) {
        var hand = cluster.as(release.person(), release.space());
        var shown = manifests.stream()
                .map(manifest -> show(hand, manifest, namespace, release.applicationId()))
                .toList();
        var removed = objects.surplus(release.applicationId(), manifests, volumes).stream()
                .map(kept -> new Change(kept.kind(), kept.name(), Action.REMOVED, List.of()));
        var forecast = forecast(namespace, shown);
        return new Outcome(
                Stream.concat(shown.stream().flatMap(one -> one.change().stream()), removed)
                        .toList(),
                forecast.map(QuotaForecast::lines).orElse(List.of()),
                Stream.concat(
                                shown.stream().flatMap(one -> one.problems().stream()),
                                forecast.stream().flatMap(one -> one.problems().stream()))
                        .toList());
    }

    /** One object: as it is, as it would be, or why it cannot be. */
    private record Shown(
            Optional<Manifest> before, Optional<Manifest> after, Optional<Change> change, List<Problem> problems) {}

    private static Shown show(Hand hand, Manifest manifest, String namespace, String application) {
        try {
            var before = hand.find(Reference.to(manifest, namespace));
            if (before.filter(live -> !Ownership.belongs(live, application)).isPresent()) {
                return new Shown(before, Optional.empty(), Optional.empty(), List.of(notOurs(manifest)));
            }
            var after = hand.dryRun(manifest, namespace);
            return new Shown(before, Optional.of(after), Optional.of(change(before, after)), List.of());
        } catch (Refusal refusal) {
            return new Shown(Optional.empty(), Optional.empty(), Optional.empty(), Refusals.told(refusal));
        }
    }

    private static Change change(Optional<Manifest> before, Manifest after) {
        var fields = before.map(live -> Difference.between(live, after)).orElse(List.of());
        var action = before.isEmpty() ? Action.CREATED : fields.isEmpty() ? Action.UNCHANGED : Action.CHANGED;
        return new Change(after.kind(), after.name(), action, fields);
    }

    private Optional<QuotaForecast> forecast(String namespace, List<Shown> shown) {
        var quota = cluster.asItself().find(new Reference("v1", "ResourceQuota", namespace, "cosmopilot"));
        return quota.map(found -> new QuotaForecast(
                found,
                needs(shown.stream().map(Shown::before)),
                needs(shown.stream().map(Shown::after))));
    }

    private static Needs needs(Stream<Optional<Manifest>> objects) {
        var present = new ArrayList<Manifest>();
        objects.forEach(object -> object.ifPresent(present::add));
        return Needs.of(present);
    }

    private static Problem notOurs(Manifest manifest) {
        return new Problem(
                "deploy.plan.not-ours",
                List.of(manifest.kind(), manifest.name()),
                manifest.name(),
                List.of(Offer.EDIT),
                List.of());
    }
}
