package io.cosmopilot.deploy.releases;

import java.util.List;

import io.cosmopilot.deploy.Problem;
import io.cosmopilot.templates.Manifest;

/**
 * What a template gave, ready to be shown to the cluster; or why it gave nothing.
 *
 * @param manifests in the order of applying, marked as the application's own
 * @param notes what was changed for the person's information
 * @param problems why there is nothing to apply
 */
record Draft(List<Manifest> manifests, List<Problem> notes, List<Problem> problems) {

    static Draft refused(List<Problem> problems) {
        return new Draft(List.of(), List.of(), problems);
    }
}
