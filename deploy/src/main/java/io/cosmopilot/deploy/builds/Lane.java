package io.cosmopilot.deploy.builds;

/** A way of making an image and pushing it. It ends when its thread is interrupted. */
interface Lane {

    /** Makes the image; its digest. */
    String build(Target target, Code code, Log log) throws InterruptedException;

    /**
     * Where the image goes.
     *
     * @param reference with the tag
     */
    record Target(String reference, String username, String password) {}
}
