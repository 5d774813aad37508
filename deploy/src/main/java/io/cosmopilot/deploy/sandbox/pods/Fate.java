package io.cosmopilot.deploy.sandbox.pods;

/** What becomes of a container. */
sealed interface Fate {

    /** It starts and serves. */
    record Runs() implements Fate {}

    /** It starts, but its readiness probe fails. */
    record NeverReady(String message) implements Fate {}

    /** It cannot start. */
    record Waits(String reason, String message) implements Fate {}

    /** Its image cannot be had; asked for again and again. */
    record LacksImage(String image, String error) implements Fate {

        static final String FIRST = "ErrImagePull";
        static final String LATER = "ImagePullBackOff";

        String backOff() {
            return "Back-off pulling image \"%s\": %s: %s".formatted(image, FIRST, error);
        }
    }

    /** It starts and ends. */
    record Exits(int code, String reason) implements Fate {

        static Exits with(int code) {
            return new Exits(code, code == 0 ? "Completed" : "Error");
        }

        static Exits outOfMemory() {
            return new Exits(137, "OOMKilled");
        }
    }
}
