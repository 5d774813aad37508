package io.cosmopilot.adapters.access;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import io.cosmopilot.adapters.problems.Problem;
import io.cosmopilot.adapters.problems.ProblemWriter;
import io.cosmopilot.conversations.People;

/** Recognises who asks: by a bearer token when there is one, and then by nothing else; otherwise by the cookie. */
class Recognition extends OncePerRequestFilter {

    private final Tokens tokens;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final People people;
    private final ProblemWriter problems;

    Recognition(Tokens tokens, Sessions sessions, SessionCookie cookie, People people, ProblemWriter problems) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.cookie = cookie;
        this.people = people;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> bearer = Bearer.of(request);
        Optional<SignedIn> person = bearer.isPresent() ? bearer.flatMap(this::byToken) : byCookie(request);
        if (bearer.isPresent() && person.isEmpty()) {
            problems.write(Problem.NOT_SIGNED_IN, request, response);
            return;
        }
        person.ifPresent(Recognition::remember);
        chain.doFilter(request, response);
    }

    private Optional<SignedIn> byToken(String token) {
        return tokens.read(token) instanceof TokenReading.Valid valid
                ? people.find(valid.person()).map(person -> new SignedIn(person, valid.session()))
                : Optional.empty();
    }

    private Optional<SignedIn> byCookie(HttpServletRequest request) {
        return cookie.read(request)
                .flatMap(sessions::find)
                .flatMap(session -> people.find(session.person()).map(person -> new SignedIn(person, session.id())));
    }

    private static void remember(SignedIn person) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(person);
        SecurityContextHolder.setContext(context);
    }
}
