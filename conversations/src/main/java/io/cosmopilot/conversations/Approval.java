package io.cosmopilot.conversations;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.Quota;

/**
 * A request that somebody decides, with a life of its own.
 *
 * @param id a UUID
 * @param conversation of the requester
 * @param granted what was approved or offered instead, or null
 * @param firstBy username of the agent who approved first, where two have to agree, or null
 * @param decidedBy username of the agent, {@link #POLICY}, or null
 * @param provisioning what goes wrong while it is being provisioned, or null
 */
public record Approval(
        String id,
        String requester,
        String conversation,
        Matter matter,
        State state,
        @Nullable Quota granted,
        @Nullable String reason,
        @Nullable String firstBy,
        @Nullable String decidedBy,
        Instant requestedAt,
        @Nullable Instant decidedAt,
        @Nullable String provisioning) {

    /** Decides what is small enough for nobody to look at; no username has a colon. */
    public static final String POLICY = ":policy";

    /** A request as it begins. */
    public static Approval requested(String id, String requester, String conversation, Matter matter, Instant now) {
        return new Approval(
                id, requester, conversation, matter, State.REQUESTED, null, null, null, null, now, null, null);
    }

    /**
     * What is asked for.
     *
     * @param subject its name, such as a space’s; nobody asks for the same subject twice at once
     * @param purpose in the requester’s words
     * @param quota how much, or null where nothing is counted
     * @param detail more that has to be known to decide, such as a path or a whole template, or null
     */
    public record Matter(
            Kind kind,
            String subject,
            String purpose,
            @Nullable Quota quota,
            @Nullable String detail) {

        /** A new image space. */
        public static Matter space(String name, String purpose, Quota quota) {
            return new Matter(Kind.SPACE, name, purpose, quota, null);
        }

        /** More room in a space that there is. */
        public static Matter quota(String space, String purpose, Quota quota) {
            return new Matter(Kind.QUOTA, space, purpose, quota, null);
        }

        /** A template for everybody. */
        public static Matter template(String name, String purpose, String yaml) {
            return new Matter(Kind.TEMPLATE, name, purpose, null, yaml);
        }

        /** A directory of the hosts for the applications of a space. */
        public static Matter hostPath(String space, String path, String purpose) {
            return new Matter(Kind.HOST_PATH, space + ":" + path, purpose, null, path);
        }

        /**
         * The space that it is about.
         *
         * @throws IllegalStateException of a template, which is for everybody
         */
        public String space() {
            return switch (kind) {
                case SPACE, QUOTA -> subject;
                case HOST_PATH -> subject.substring(0, subject.indexOf(':'));
                case TEMPLATE -> throw new IllegalStateException("a template is of no space: " + subject);
            };
        }

        /** How much was asked for, where something is counted. */
        public Optional<Quota> asked() {
            return Optional.ofNullable(quota);
        }
    }

    /** What can be asked for. */
    public enum Kind {
        SPACE,
        QUOTA,
        TEMPLATE,
        HOST_PATH;

        /** As on the wire and in message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Where it stands; written in lower case on the wire. */
    public enum State {
        REQUESTED,
        APPROVED,
        REFUSED,
        /** Less was offered than was asked for; the requester accepts or withdraws. */
        COUNTERED,
        ACCEPTED,
        WITHDRAWN,
        EXPIRED;

        public boolean open() {
            return this == REQUESTED || this == COUNTERED;
        }
    }
}
