package io.cosmopilot.deploy.releases;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Node;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Problem.Offer;
import io.cosmopilot.deploy.cluster.Caches;
import io.cosmopilot.deploy.cluster.Tree;
import io.cosmopilot.templates.Manifest;

/**
 * Says before anything is applied which hosts are asked for that the cluster does not have now, and which it has. Only
 * says it: there may be others soon.
 */
@Component
class HostNotes {

    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

    private final Caches caches;

    HostNotes(Caches caches) {
        this.caches = caches;
    }

    List<Problem> of(List<Manifest> manifests) {
        var nodes = caches.nodes();
        return nodes.isEmpty()
                ? List.of()
                : manifests.stream().flatMap(manifest -> notes(manifest, nodes)).toList();
    }

    private static Stream<Problem> notes(Manifest manifest, List<Node> nodes) {
        var pod = new Tree(manifest.content()).at("spec", "template", "spec");
        return asked(pod)
                .filter(label -> nodes.stream().noneMatch(label::on))
                .map(label -> note(manifest.name(), label, there(label.key(), nodes)));
    }

    private static Problem note(String component, Label label, String there) {
        return new Problem(
                there.isEmpty() ? "deploy.plan.no-host-label" : "deploy.plan.no-host",
                List.of(component, label.words(), there),
                component,
                List.of(Offer.ANY_HOST),
                List.of());
    }

    /** A label that hosts must have, with one of some values. */
    private record Label(String key, List<String> values) {

        boolean on(Node node) {
            return values.contains(value(node, key));
        }

        String words() {
            return values.stream().map(value -> key + "=" + value).collect(Collectors.joining(", "));
        }
    }

    private static Stream<Label> asked(Tree pod) {
        var selected = pod.at("nodeSelector").root().entrySet().stream()
                .map(entry -> new Label(entry.getKey(), List.of(String.valueOf(entry.getValue()))));
        var terms = pod.at("affinity", "nodeAffinity", REQUIRED).each("nodeSelectorTerms");
        // With several, any one of them is enough: that is left to the scheduler.
        return terms.size() == 1 ? Stream.concat(selected, expressions(terms.getFirst())) : selected;
    }

    private static Stream<Label> expressions(Tree term) {
        return term.each("matchExpressions").stream()
                .filter(expression -> expression.text("operator", "").equals("In"))
                .map(expression -> new Label(expression.text("key", ""), values(expression)));
    }

    private static List<String> values(Tree expression) {
        return expression.root().get("values") instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Such as {@code zone=a (3), zone=b (2)}. */
    private static String there(String key, List<Node> nodes) {
        var counts = nodes.stream()
                .map(node -> value(node, key))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> "%s=%s (%d)".formatted(key, count.getKey(), count.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String value(Node node, String key) {
        var labels = Objects.requireNonNullElse(node.getMetadata().getLabels(), Map.<String, String>of());
        return labels.getOrDefault(key, "");
    }
}
