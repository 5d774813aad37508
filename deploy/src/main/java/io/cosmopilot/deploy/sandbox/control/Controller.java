package io.cosmopilot.deploy.sandbox.control;

/** Brings one aspect of the cluster a step nearer to what is wanted; called again after every change. */
@FunctionalInterface
public interface Controller {

    /** Looks at everything it cares about; writes only when something differs, or the loop never comes to rest. */
    void reconcile();
}
