package io.cosmopilot.deploy.sandbox.cluster;

/** How a write is meant: by whom, to which part, and whether it is only tried. */
public record Write(String writer, Part part, boolean dryRun) {

    /** The part of an object that a write may change. */
    public enum Part {
        MAIN,
        STATUS
    }

    /** A write by the sandbox's own controllers. */
    public static final Write BY_CONTROLLER = new Write("kube-controller-manager", Part.MAIN, false);

    /** A controller's write of what it has observed; nobody manages these fields. */
    public static final Write OF_STATUS = new Write("", Part.STATUS, false);
}
