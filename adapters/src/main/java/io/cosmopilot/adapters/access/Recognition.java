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
import io.cosmopilot.adapters.problems.Refusal;
import io.cosmopilot.conversations.People;

/** Recognises who asks: by a bearer token when there is one, and then by nothing else; otherwise by the cookie. */
class Recognition extends OncePerRequestFilter {

    private static final String WIDGET_TOKEN = "/api/webchat/token";

    private final Tokens tokens;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final People people;
    private final Optional<Issuer> issuer;
    private final ProblemWriter problems;

    Recognition(
            Tokens tokens,
            Sessions sessions,
            SessionCookie cookie,
            People people,
            Optional<Issuer> issuer,
            ProblemWriter problems) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.cookie = cookie;
        this.people = people;
        this.issuer = issuer;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> bearer = Bearer.of(request);
        try {
            recognise(bearer, request, response, chain);
        } catch (Refusal refused) {
            problems.write(refused.problem(), request, response);
        }
    }

    private void recognise(
            Optional<String> bearer, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedIn> person =
                bearer.isPresent() ? bearer.flatMap(token -> byToken(token, request)) : byCookie(request);
        if (bearer.isPresent() && person.isEmpty()) {
            problems.write(Problem.NOT_SIGNED_IN, request, response);
            return;
        }
        person.ifPresent(Recognition::remember);
        chain.doFilter(request, response);
    }

    private Optional<SignedIn> byToken(String token, HttpServletRequest request) {
        return switch (tokens.read(token)) {
            case TokenReading.Valid valid ->
                people.find(valid.person()).map(person -> new SignedIn(person, valid.session()));
            case TokenReading.Expired expired -> Optional.empty();
            case TokenReading.Foreign foreign -> byIssuer(token, request);
        };
    }

    /** A token of the portal's issuer opens one thing: a token of ours. */
    private Optional<SignedIn> byIssuer(String token, HttpServletRequest request) {
        return issuer.filter(known -> request.getRequestURI().equals(WIDGET_TOKEN))
                .flatMap(known -> known.read(token))
                .map(SignedIn::vouched);
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
