package io.cosmopilot.deploy.releases;

import java.util.List;
import java.util.Map;

import io.cosmopilot.deploy.Problem;
import io.cosmopilot.templates.Manifest;

/**
 * What a template gave, ready to be shown to the cluster; or why it gave nothing.
 *
 * @param values the order's, completed by defaults and by what was generated
 * @param manifests in the order of applying, marked as the application's own
 * @param notes what was changed for the person's information
 * @param problems why there is nothing to apply
 */
record Draft(Map<String, String> values, List<Manifest> manifests, List<Problem> notes, List<Problem> problems) {

    Draft with(Map<String, String> others, List<Manifest> adjusted) {
        return new Draft(others, adjusted, notes, problems);
    }

    static Draft refused(List<Problem> problems) {
        return new Draft(Map.of(), List.of(), List.of(), problems);
    }
}
