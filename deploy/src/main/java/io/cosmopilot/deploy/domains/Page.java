package io.cosmopilot.deploy.domains;

import org.jspecify.annotations.Nullable;

/**
 * What came of asking for a page.
 *
 * @param status of HTTP; 0 when nobody answered
 */
record Page(int status, @Nullable String title) {

    static final Page NOBODY = new Page(0, null);

    /** It answers, if only with a login. */
    boolean answers() {
        return (status >= 200 && status < 400) || status == 401 || status == 403;
    }

    String complaint() {
        return switch (status) {
            case 0 -> "deploy.domain.nobody-answers";
            case 404 -> "deploy.domain.not-found";
            case 502, 503, 504 -> "deploy.domain.not-ready";
            default -> "deploy.domain.error";
        };
    }
}
