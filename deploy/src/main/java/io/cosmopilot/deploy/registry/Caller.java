package io.cosmopilot.deploy.registry;

/** Who asks for a token. */
sealed interface Caller {

    /** As the token names them. */
    String name();

    /** Nobody in particular. */
    record Anybody() implements Caller {
        @Override
        public String name() {
            return "";
        }
    }

    /** Somebody with a registry password. */
    record Somebody(String name) implements Caller {}

    /** What a space itself pulls with, or a build pushes with. */
    record Robot(String name, String space, boolean pushes) implements Caller {}
}
