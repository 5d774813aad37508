package io.cosmopilot.deploy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The token server of the image registry: who may pull, push and delete what. Reads and writes PostgreSQL only. */
public interface RegistryTokens {

    Answer answer(Ask ask);

    /** The certificate by which a registry knows the tokens, as PEM: its {@code rootcertbundle}. */
    String certificate();

    /**
     * What a registry's client asks for.
     *
     * @param username null when nobody says who they are
     * @param password a registry password; never the portal's
     * @param service the registry's name for itself
     * @param scopes such as {@code repository:kstore/shop:pull,push}
     * @param address from where it is asked
     */
    record Ask(
            @Nullable String username, @Nullable String password, String service, List<String> scopes, String address) {
        public Ask {
            scopes = List.copyOf(scopes);
        }
    }

    /** What it is answered. */
    sealed interface Answer {

        /**
         * A signed token for the part of what was asked that is granted, possibly nothing of it.
         *
         * @param scopes that are granted, in the form of the question
         */
        record Token(String token, Instant issued, Duration lifetime, List<String> scopes) implements Answer {}

        record WrongPassword() implements Answer {}

        /** After too many wrong passwords. */
        record SlowDown(Duration pause) implements Answer {}

        /** The space is full: nothing more can be pushed to it. */
        record Full(String space, long used, long granted) implements Answer {}

        /** Another registry than this one's is asked for. */
        record UnknownService(String service) implements Answer {}
    }
}
