package io.cosmopilot.deploy.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

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
            new MountFailed(),
            new Unschedulable(),
            new QuotaExceeded(),
            new LimitsMissing(),
            new PolicyViolated(),
            new ProbeFailing());

    /** Every cause once, however many pods show it. */
    public List<Finding> explain(Scene scene) {
        return once(TABLE.stream().flatMap(row -> row.in(scene)));
    }

    /** What is seen already but may pass by itself. */
    public List<Finding> hints(Scene scene) {
        return once(NotYetAnswering.in(scene));
    }

    /** Why those who ask do not reach the programs, though these run. */
    public List<Finding> explain(Doors doors) {
        return once(Stream.concat(ServiceLeadsNowhere.in(doors), IngressLeadsNowhere.in(doors)));
    }

    private static List<Finding> once(Stream<Finding> findings) {
        var seen = new LinkedHashMap<String, Finding>();
        findings.forEach(finding -> {
            var problem = finding.problem();
            seen.putIfAbsent(problem.code() + problem.arguments(), finding);
        });
        return List.copyOf(seen.values());
    }
}
