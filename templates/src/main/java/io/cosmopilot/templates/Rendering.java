package io.cosmopilot.templates;

import java.util.List;

/** What came of filling in a template: objects to deploy, or all that stands in the way. */
public sealed interface Rendering {

    /**
     * It can be deployed.
     *
     * @param manifests in the order of the template
     * @param changes what was changed for people's information (such as a removed API version that was rewritten)
     */
    record Rendered(List<Manifest> manifests, List<Complaint> changes) implements Rendering {
        public Rendered {
            manifests = List.copyOf(manifests);
            changes = List.copyOf(changes);
        }
    }

    /** Every complaint at once, in the order of the text. */
    record Rejected(List<Complaint> complaints) implements Rendering {
        public Rejected {
            complaints = List.copyOf(complaints);
        }
    }
}
