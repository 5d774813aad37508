package io.cosmopilot.deploy.sandbox.cluster;

/** One step that every write passes: it completes the object or refuses it. */
@FunctionalInterface
public interface Admission {

    /**
     * Looks at a write before it is kept.
     *
     * @throws io.cosmopilot.deploy.sandbox.store.Refusal when it may not be
     */
    void admit(Attempt attempt);
}
