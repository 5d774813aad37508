package io.cosmopilot.deploy.releases;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.HostPaths;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Problem.Offer;
import io.cosmopilot.deploy.Source;
import io.cosmopilot.deploy.adjusting.Adjusted;
import io.cosmopilot.deploy.adjusting.FromImage;
import io.cosmopilot.deploy.cluster.Kind;
import io.cosmopilot.templates.Bilingual;
import io.cosmopilot.templates.Catalogue;
import io.cosmopilot.templates.Complaint;
import io.cosmopilot.templates.HostPathPolicy;
import io.cosmopilot.templates.Manifest;
import io.cosmopilot.templates.Rendering;
import io.cosmopilot.templates.Template;
import io.cosmopilot.templates.Templates;

/** Makes objects of what a release is made of. */
@Component
class Drafting {

    private static final String HOST_PATH = "templates.policy.host-path";

    private final Catalogue catalogue;
    private final Templates templates;
    private final ReleaseRecords records;
    private final ReleaseObjects objects;
    private final Pinning pinning;
    private final HostPaths hostPaths;

    Drafting(
            Catalogue catalogue,
            Templates templates,
            ReleaseRecords records,
            ReleaseObjects objects,
            Pinning pinning,
            HostPaths hostPaths) {
        this.catalogue = catalogue;
        this.templates = templates;
        this.records = records;
        this.objects = objects;
        this.pinning = pinning;
        this.hostPaths = hostPaths;
    }

    Draft draft(ReleaseRow release, Recipe recipe, Map<String, String> values, String namespace) {
        var own = new HashMap<>(values);
        own.put("APP_NAME", release.application());
        own.put("NAMESPACE", namespace);
        HostPathPolicy approved = path -> hostPaths.permits(release.space(), path);
        var begun = switch (recipe.source()) {
            case Source.Template template ->
                catalogue
                        .find(template.name())
                        .map(found -> rendered(found, own, approved))
                        .orElseGet(() -> Draft.refused(List.of(problem("deploy.plan.no-template", template.name()))));
            case Source.Yaml yaml ->
                rendered(
                        templates.read("yaml", new Bilingual("YAML", "YAML"), yaml.text(), yaml.declared()),
                        own,
                        approved);
            case Source.Image image -> plain(values, FromImage.manifests(release.application(), image));
            case Source.Earlier earlier -> earlier(release, earlier);
            case Source.Nothing nothing -> plain(values, List.of());
        };
        return begun.problems().isEmpty() ? adjusted(release, recipe, begun, namespace) : begun;
    }

    /** The record as it is: nothing of it is rendered again. */
    private Draft earlier(ReleaseRow release, Source.Earlier earlier) {
        return records.find(earlier.release())
                .filter(found -> found.applicationId().equals(release.applicationId()))
                .map(found -> plain(
                        objects.values(found),
                        objects.of(found.id()).stream()
                                .map(ReleaseObject::manifest)
                                .toList()))
                .orElseGet(() -> Draft.refused(List.of(problem("deploy.plan.no-release", release.application()))));
    }

    private static Draft rendered(Template template, Map<String, String> values, HostPathPolicy approved) {
        var all = template.complete(values);
        return switch (template.render(all, approved)) {
            case Rendering.Rejected rejected -> Draft.refused(told(rejected.complaints()));
            case Rendering.Rendered rendered ->
                new Draft(all, rendered.manifests(), told(rendered.changes()), List.of());
        };
    }

    private static Draft plain(Map<String, String> values, List<Manifest> manifests) {
        return new Draft(values, manifests, List.of(), List.of());
    }

    private Draft adjusted(ReleaseRow release, Recipe recipe, Draft begun, String namespace) {
        var adjusted = Adjusted.of(release.application(), begun.manifests(), recipe.adjustments());
        var strange = adjusted.manifests().stream()
                .filter(manifest -> Kind.of(manifest).isEmpty())
                .map(manifest -> problem("deploy.plan.kind-not-allowed", manifest.kind(), manifest.apiVersion()))
                .toList();
        var wrong = Stream.of(adjusted.problems(), unapproved(release, recipe))
                .flatMap(List::stream)
                .toList();
        if (!wrong.isEmpty() || !strange.isEmpty()) {
            return Draft.refused(wrong.isEmpty() ? strange : wrong);
        }
        var stamp = new Stamp(release.owner(), namespace);
        var ordered = adjusted.manifests().stream()
                .sorted(Comparator.comparingInt(Drafting::order))
                .map(pinning::on)
                .map(stamp::on)
                .toList();
        return begun.with(followed(begun.values(), recipe, adjusted), ordered);
    }

    private List<Problem> unapproved(ReleaseRow release, Recipe recipe) {
        return recipe.adjustments().stream()
                .filter(Adjustment.HostDirectory.class::isInstance)
                .map(adjustment -> ((Adjustment.HostDirectory) adjustment).directory())
                .filter(directory -> !hostPaths.permits(release.space(), directory))
                .map(directory -> told(Complaint.of(HOST_PATH, directory, directory)))
                .toList();
    }

    /** The variables as they would have to be filled in to give the same: a later release begins with them. */
    private static Map<String, String> followed(Map<String, String> values, Recipe recipe, Adjusted adjusted) {
        var followed = new HashMap<>(values);
        adjusted.images()
                .forEach(image ->
                        followed.replaceAll((name, value) -> value.equals(image.before()) ? image.after() : value));
        recipe.adjustments().forEach(adjustment -> {
            if (adjustment instanceof Adjustment.Scale scale && scale.component() == null) {
                followed.computeIfPresent("REPLICAS", (name, value) -> String.valueOf(scale.replicas()));
            }
        });
        return followed;
    }

    private static int order(Manifest manifest) {
        return Kind.order(manifest.apiVersion(), manifest.kind());
    }

    private static List<Problem> told(List<Complaint> complaints) {
        return complaints.stream().map(Drafting::told).toList();
    }

    private static Problem told(Complaint complaint) {
        return complaint.code().equals(HOST_PATH)
                ? new Problem(
                                HOST_PATH,
                                complaint.arguments(),
                                null,
                                List.of(Offer.ASK_FOR_HOST_PATH, Offer.EDIT),
                                List.of())
                        .suggesting(complaint.arguments().getLast())
                : new Problem(complaint.code(), complaint.arguments(), null, List.of(Offer.EDIT), List.of());
    }

    private static Problem problem(String code, String... arguments) {
        return new Problem(code, List.of(arguments), null, List.of(Offer.EDIT, Offer.HUMAN), List.of());
    }
}
