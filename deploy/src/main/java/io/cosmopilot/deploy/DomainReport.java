package io.cosmopilot.deploy;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What became of a claim. Published as an application event; {@code id} is unique to each report. */
public sealed interface DomainReport {

    String id();

    Requester requester();

    String claim();

    String application();

    /**
     * The page answers.
     *
     * @param url to open it
     * @param title of the page, if it has one
     */
    record Serving(
            String id,
            Requester requester,
            String claim,
            String application,
            String url,
            int status,
            @Nullable String title)
            implements DomainReport {}

    /**
     * The page does not answer.
     *
     * @param url where the page should answer; null when the Ingress could not be made
     */
    record Failed(
            String id,
            Requester requester,
            String claim,
            String application,
            @Nullable String url,
            List<Problem> problems)
            implements DomainReport {}
}
