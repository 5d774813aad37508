package io.cosmopilot.deploy;

import java.util.List;
import java.util.Optional;

/** L7 domains: which host and path leads to which application. Calls only read and write PostgreSQL. */
public interface Domains {

    /** A free host name for an application under the configured base domain, if there is one. */
    Optional<String> propose(String application, String space);

    /**
     * Why the person cannot have these hosts and paths: malformed, outside the allowed suffixes, taken by somebody.
     * Empty when they can.
     */
    List<Problem> check(String person, List<String> hosts, List<String> paths);

    /**
     * Claims every host and path for an application, in the caller's transaction, and has the Ingress made and the
     * page fetched. Told by {@link DomainReport}. Idempotent by {@code id}.
     *
     * @param id of the claim, made by the caller
     * @param port of the application's Service
     */
    void claim(
            String id,
            String application,
            String space,
            int port,
            List<String> hosts,
            List<String> paths,
            Requester requester);
}
