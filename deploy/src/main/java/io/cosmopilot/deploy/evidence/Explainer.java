package io.cosmopilot.deploy.evidence;

import java.util.LinkedHashMap;
import java.util.List;

import org.springframework.stereotype.Component;

/** Says why a component does not run, as soon as the cluster shows it. */
@Component
public class Explainer {

    private static final List<Evidence> TABLE = List.of(
            new ImageNotPulled(),
            new ImageNameInvalid(),
            new OutOfMemory(),
            new KeepsCrashing(),
            new CannotStart(),
            new ConfigurationMissing(),
            new VolumeUnbound(),
            new Unschedulable(),
            new QuotaExceeded(),
            new LimitsMissing(),
            new PolicyViolated(),
            new ProbeFailing());

    /** Every cause once, however many pods show it. */
    public List<Finding> explain(Scene scene) {
        var seen = new LinkedHashMap<String, Finding>();
        TABLE.stream().flatMap(row -> row.in(scene)).forEach(finding -> {
            var problem = finding.problem();
            seen.putIfAbsent(problem.code() + problem.arguments(), finding);
        });
        return List.copyOf(seen.values());
    }
}
