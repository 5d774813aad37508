package io.cosmopilot.adapters.problems;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import io.cosmopilot.adapters.problems.Problem.FieldError;
import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.adapters.words.WordsForReader;
import io.cosmopilot.conversations.Desk;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;

/** Translates, once and at the edge, what went wrong into what the reader can do about it. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final WordsForReader readers;
    private final People people;
    private final Clock clock;

    ProblemAdvice(WordsForReader readers, People people, Clock clock) {
        this.readers = readers;
        this.people = people;
        this.clock = clock;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, Words words) {
        return answer(refusal.problem().in(words, refusal.arguments()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(People.Invalid invalid, Words words) {
        List<FieldError> errors = invalid.faults().stream()
                .map(fault -> new FieldError(fault.field(), words.of(fault.message())))
                .toList();
        return answer(Problem.INVALID.in(words, errors));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> slowDown(People.SlowDown slowDown, Words words) {
        long seconds = Math.max(1, slowDown.retryAfter().plusMillis(999).toSeconds());
        return ResponseEntity.status(Problem.SLOW_DOWN.status())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.SLOW_DOWN.in(words, String.valueOf(seconds)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> alreadyDecided(Desk.AlreadyDecided decided, Words words) {
        return answer(Problem.ALREADY_DECIDED.in(
                words,
                name(decided.approval().decidedBy()),
                words.of(
                        "adapters.problem.already-decided.ago",
                        minutesSince(decided.approval().decidedAt()))));
    }

    private String name(@Nullable String username) {
        return Optional.ofNullable(username)
                .flatMap(people::find)
                .map(Person::displayName)
                .orElseGet(() -> String.valueOf(username));
    }

    private long minutesSince(@Nullable Instant then) {
        return then == null ? 0 : Duration.between(then, clock.instant()).toMinutes();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notTakenOver(Desk.NotTakenOver notTakenOver, Words words) {
        return answer(Problem.NOT_TAKEN_OVER.in(words));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAllowed(Desk.NotAllowed notAllowed, Words words) {
        return answer(Problem.NOT_ALLOWED.in(words));
    }

    /** What nobody thought of; but what concerns security is Spring Security's to answer. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(RuntimeException unexpected, HttpServletRequest request, Words words) {
        if (unexpected instanceof AccessDeniedException || unexpected instanceof AuthenticationException) {
            throw unexpected;
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{} {} failed [{}]", request.getMethod(), request.getRequestURI(), reference, unexpected);
        return answer(Problem.INTERNAL.in(words, reference));
    }

    /** What Spring itself refuses: the same statuses and headers, in our words. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Words words = readers.of(((ServletWebRequest) request).getRequest());
        Problem problem = Problem.of(status);
        ProblemDetail detail = problem == Problem.INTERNAL ? problem.in(words, "-") : problem.in(words);
        detail.setStatus(status.value());
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
        return ResponseEntity.status(detail.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
