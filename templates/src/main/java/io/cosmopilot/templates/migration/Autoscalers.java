package io.cosmopilot.templates.migration;

import java.util.Map;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.yaml.Mapping;

/** From {@code autoscaling/v2beta1} to {@code v2}: what a metric should be moved into its {@code target}. */
final class Autoscalers {

    private static final Map<String, String[]> TARGETS = Map.of(
            "targetAverageUtilization", new String[] {"Utilization", "averageUtilization"},
            "targetAverageValue", new String[] {"AverageValue", "averageValue"},
            "targetValue", new String[] {"Value", "value"});

    private Autoscalers() {}

    static Mapping rewrite(Mapping root, Findings findings) {
        return root.changed(spec -> spec.changedEach("metrics", Autoscalers::metric), "spec");
    }

    private static Mapping metric(Mapping metric) {
        return metric.changed(Autoscalers::source, "resource")
                .changed(source -> source(named(source)), "pods")
                .changed(source -> source(named(source)), "external")
                .changed(source -> source(named(source.renamed("target", "describedObject"))), "object");
    }

    private static Mapping named(Mapping source) {
        if (!source.has("metricName")) {
            return source;
        }
        var metric = Mapping.empty(source.placeOf("metricName")).with("name", source.text("metricName"));
        var selector = source.get("metricSelector");
        return source.without("metricName")
                .without("metricSelector")
                .with("metric", selector == null ? metric : metric.with("selector", selector));
    }

    private static Mapping source(Mapping source) {
        var rewritten = source;
        for (var target : TARGETS.entrySet()) {
            var value = source.get(target.getKey());
            if (value != null) {
                var moved = Mapping.empty(value.place())
                        .with("type", target.getValue()[0])
                        .with(target.getValue()[1], value);
                rewritten = rewritten.without(target.getKey()).with("target", moved);
            }
        }
        return rewritten;
    }
}
