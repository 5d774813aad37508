package io.cosmopilot.conversations.releasing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.deploy.ReleaseReport.Change;
import io.cosmopilot.deploy.ReleaseReport.Plan;
import io.cosmopilot.deploy.ReleaseReport.QuotaLine;

/** A plan in words. */
final class PlanText {

    private PlanText() {}

    static String of(Scene scene, Plan plan) {
        List<String> lines = new ArrayList<>();
        plan.objects().forEach(change -> lines.add(line(scene, change)));
        plan.notes().forEach(note -> lines.add("- ℹ️ " + scene.words().say(note)));
        plan.quota().forEach(line -> lines.add(line(scene, line)));
        return String.join("\n", lines);
    }

    private static String line(Scene scene, Change change) {
        String action = Releasing.say(scene, "plan." + change.action().name().toLowerCase(Locale.ROOT));
        String fields = change.fields().isEmpty() ? "" : " (" + String.join(", ", change.fields()) + ")";
        return "- " + action + " " + change.kind() + " `" + change.name() + "`" + fields;
    }

    private static String line(Scene scene, QuotaLine line) {
        return "- "
                + Releasing.say(
                        scene, "plan.quota", label(scene, line.resource()), line.requested(), line.used(), line.hard());
    }

    private static String label(Scene scene, String resource) {
        return switch (resource) {
            case "requests.cpu", "cpu" -> Releasing.say(scene, "plan.cpu");
            case "requests.memory", "memory" -> Releasing.say(scene, "plan.memory");
            case "requests.storage" -> Releasing.say(scene, "plan.storage");
            default -> resource;
        };
    }
}
