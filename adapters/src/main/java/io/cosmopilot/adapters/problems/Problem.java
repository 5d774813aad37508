package io.cosmopilot.adapters.problems;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

import io.cosmopilot.adapters.words.Words;

/**
 * What can go wrong with a call. Each has words in the bundle: {@code adapters.problem.<name>.title} and
 * {@code .detail}.
 */
public enum Problem {
    MALFORMED(HttpStatus.BAD_REQUEST),
    NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED),
    WRONG_PASSWORD(HttpStatus.UNAUTHORIZED),
    NOT_ALLOWED(HttpStatus.FORBIDDEN),
    STALE_PAGE(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    ALREADY_DECIDED(HttpStatus.CONFLICT),
    NOT_TAKEN_OVER(HttpStatus.CONFLICT),
    OUT_OF_PLACE(HttpStatus.CONFLICT),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    FILE_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    DAMAGED(HttpStatus.UNPROCESSABLE_CONTENT),
    SLOW_DOWN(HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR),
    ISSUER_AWAY(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Problem(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** As a detail, in the reader's language; the arguments are those of the detail's message. */
    public ProblemDetail in(Words words, Object... arguments) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, words.of(key() + ".detail", arguments));
        detail.setTitle(words.of(key() + ".title"));
        detail.setType(URI.create("urn:cosmopilot:problem:" + word()));
        return detail;
    }

    /** With the fields that are wrong, each with a message. */
    public ProblemDetail in(Words words, List<FieldError> errors) {
        ProblemDetail detail = in(words);
        detail.setProperty("errors", errors);
        return detail;
    }

    /** The first that answers with this status; what is no error of the caller's is ours. */
    static Problem of(HttpStatusCode status) {
        for (Problem problem : values()) {
            if (problem.status.value() == status.value()) {
                return problem;
            }
        }
        return status.is4xxClientError() ? MALFORMED : INTERNAL;
    }

    private String key() {
        return "adapters.problem." + word();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is wrong with a field. */
    public record FieldError(String field, String message) {}
}
