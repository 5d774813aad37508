package io.cosmopilot.deploy.adjusting;

import java.util.ArrayList;
import java.util.List;

import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.templates.Manifest;

/**
 * An application's objects after they were adjusted; or all that stands in the way.
 *
 * @param images that replaced others, as pairs of the old and the new reference
 */
public record Adjusted(List<Manifest> manifests, List<Replaced> images, List<Problem> problems) {

    /** One image that took the place of another. */
    public record Replaced(String before, String after) {}

    public static Adjusted of(String application, List<Manifest> manifests, List<Adjustment> adjustments) {
        var bench = new Workbench(application, manifests);
        var problems = new ArrayList<Problem>();
        for (var adjustment : adjustments) {
            try {
                make(bench, adjustment);
            } catch (Impossible impossible) {
                problems.add(impossible.problem());
            }
        }
        if (!adjustments.isEmpty()) {
            Availability.tidy(bench);
        }
        return new Adjusted(bench.manifests(), bench.replaced(), List.copyOf(problems));
    }

    private static void make(Workbench bench, Adjustment adjustment) {
        switch (adjustment) {
            case Adjustment.Scale scale -> Instances.scale(bench, scale);
            case Adjustment.Stop stop -> Instances.stop(bench);
            case Adjustment.Start start -> Instances.start(bench);
            case Adjustment.Restart restart -> Instances.restart(bench, restart);
            case Adjustment.Image image -> Program.image(bench, image);
            case Adjustment.Resources resources -> Program.resources(bench, resources);
            case Adjustment.Command command -> Program.command(bench, command);
            case Adjustment.Environment environment -> Variables.set(bench, environment);
            case Adjustment.Placement placement -> Hosts.place(bench, placement);
            case Adjustment.Strategy strategy -> Availability.strategy(bench, strategy);
            case Adjustment.HighAvailability availability -> Availability.set(bench, availability);
            case Adjustment.Volume volume -> Mounts.volume(bench, volume);
            case Adjustment.HostDirectory directory -> Mounts.host(bench, directory);
            case Adjustment.Configuration configuration -> Mounts.configuration(bench, configuration);
            case Adjustment.Exposure exposure -> Exposed.set(bench, exposure);
            case Adjustment.Probe probe -> Corrections.probe(bench, probe);
            case Adjustment.Target target -> Corrections.target(bench, target);
            case Adjustment.FreePorts free -> Corrections.free(bench, free);
        }
    }
}
