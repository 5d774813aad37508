package io.cosmopilot.deploy.sandbox.cluster;

/** How an object is deleted; an empty uid or version means whatever is there. */
public record Deletion(Dependents dependents, String uid, String resourceVersion, boolean dryRun) {

    /** What becomes of the objects that the deleted one owns. */
    public enum Dependents {
        DELETED,
        ORPHANED
    }

    public static final Deletion CASCADING = new Deletion(Dependents.DELETED, "", "", false);
}
