package io.cosmopilot.deploy;

import java.util.List;

/** What becomes of a release. Published as application events; {@code id} is unique to each report. */
public sealed interface ReleaseReport {

    String id();

    Requester requester();

    String release();

    String application();

    /** It can be applied; nothing has been changed yet. */
    record Planned(String id, Requester requester, String release, String application, Plan plan)
            implements ReleaseReport {}

    /** It cannot be applied; {@code problems} name every cause and the way out. Nothing was changed. */
    record Refused(String id, Requester requester, String release, String application, List<Problem> problems)
            implements ReleaseReport {}

    /**
     * The roll-out moved on. At most one report every two seconds.
     *
     * @param hints what it waits for, as far as that is seen; no failure yet
     */
    record Progressed(
            String id,
            Requester requester,
            String release,
            String application,
            List<Component> components,
            List<Problem> hints)
            implements ReleaseReport {}

    /** All components are healthy. */
    record Healthy(String id, Requester requester, String release, Application status) implements ReleaseReport {
        @Override
        public String application() {
            return status.name();
        }
    }

    /** The application is gone, as it was wanted. */
    record Removed(String id, Requester requester, String release, String application) implements ReleaseReport {}

    /** It will not become healthy by itself. */
    record Failed(
            String id,
            Requester requester,
            String release,
            String application,
            List<Component> components,
            List<Problem> problems)
            implements ReleaseReport {}

    /**
     * What a release would do.
     *
     * @param objects each object with what happens to it
     * @param notes for people's information, such as an API version that was rewritten
     * @param quota requested by this release, used and hard of the space
     */
    record Plan(List<Change> objects, List<Problem> notes, List<QuotaLine> quota) {}

    /** What happens to one object; {@code fields} are the paths that change. */
    record Change(String kind, String name, Action action, List<String> fields) {}

    enum Action {
        CREATED,
        CHANGED,
        UNCHANGED,
        REMOVED
    }

    /** Kubernetes quantities as text, such as {@code 500m} or {@code 2Gi}. */
    record QuotaLine(String resource, String requested, String used, String hard) {}
}
