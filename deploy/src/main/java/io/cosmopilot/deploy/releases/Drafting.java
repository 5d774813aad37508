package io.cosmopilot.deploy.releases;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Problem.Offer;
import io.cosmopilot.deploy.cluster.Kind;
import io.cosmopilot.templates.Catalogue;
import io.cosmopilot.templates.Complaint;
import io.cosmopilot.templates.Manifest;
import io.cosmopilot.templates.Rendering;
import io.cosmopilot.templates.Template;

/** Makes objects of an order, by the catalogue's template. */
@Component
class Drafting {

    private final Catalogue catalogue;

    Drafting(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Draft draft(ReleaseRow release, Map<String, String> values, String namespace) {
        var own = new HashMap<>(values);
        own.put("APP_NAME", release.application());
        own.put("NAMESPACE", namespace);
        return catalogue
                .find(release.template())
                .map(template -> draft(template, template.complete(own), new Stamp(release.owner(), namespace)))
                .orElseGet(() -> Draft.refused(List.of(problem("deploy.plan.no-template", release.template()))));
    }

    private static Draft draft(Template template, Map<String, String> values, Stamp stamp) {
        return switch (template.render(values)) {
            case Rendering.Rejected rejected -> Draft.refused(told(rejected.complaints()));
            case Rendering.Rendered rendered -> drafted(rendered, values, stamp);
        };
    }

    private static Draft drafted(Rendering.Rendered rendered, Map<String, String> values, Stamp stamp) {
        var strange = rendered.manifests().stream()
                .filter(manifest -> Kind.of(manifest).isEmpty())
                .map(manifest -> problem("deploy.plan.kind-not-allowed", manifest.kind(), manifest.apiVersion()))
                .toList();
        if (!strange.isEmpty()) {
            return Draft.refused(strange);
        }
        var ordered = rendered.manifests().stream()
                .sorted(Comparator.comparingInt(Drafting::order))
                .map(stamp::on)
                .toList();
        return new Draft(values, ordered, told(rendered.changes()), List.of());
    }

    private static int order(Manifest manifest) {
        return Kind.order(manifest.apiVersion(), manifest.kind());
    }

    private static List<Problem> told(List<Complaint> complaints) {
        return complaints.stream()
                .map(complaint ->
                        new Problem(complaint.code(), complaint.arguments(), null, List.of(Offer.EDIT), List.of()))
                .toList();
    }

    private static Problem problem(String code, String... arguments) {
        return new Problem(code, List.of(arguments), null, List.of(Offer.EDIT, Offer.HUMAN), List.of());
    }
}
