package io.cosmopilot.adapters.access;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.cosmopilot.adapters.problems.Problem;
import io.cosmopilot.adapters.problems.Refusal;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;

/** Signing in and out: browsers get a cookie, scripts and the widget get tokens. */
@RestController
class SignInApi {

    private final People people;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Tokens tokens;

    SignInApi(People people, Sessions sessions, SessionCookie cookie, Tokens tokens) {
        this.people = people;
        this.sessions = sessions;
        this.cookie = cookie;
        this.tokens = tokens;
    }

    /** A new session each time: whatever cookie came along, its session ends. */
    @PostMapping("/api/session")
    Welcome signIn(@RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        Person person = proved(credentials, request);
        cookie.read(request).flatMap(sessions::find).ifPresent(sessions::close);
        Secret secret = Secret.make();
        sessions.open(person.username(), secret);
        cookie.set(secret, request, response);
        return Welcome.to(person);
    }

    @DeleteMapping("/api/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).flatMap(sessions::find).ifPresent(sessions::close);
        cookie.clear(request, response);
    }

    @PostMapping("/api/tokens")
    Tokens.Issued token(@RequestBody Credentials credentials, HttpServletRequest request) {
        return tokens.issue(proved(credentials, request).username(), null);
    }

    /**
     * Only for a browser's session, which it ends with, and for a token of the portal's issuer: else a token could renew
     * itself for ever.
     */
    @PostMapping("/api/webchat/token")
    Tokens.Issued widgetToken(SignedIn me) {
        if (me.session() == null && !me.vouched()) {
            throw new Refusal(Problem.NOT_ALLOWED);
        }
        return tokens.issue(me.username(), me.session());
    }

    private Person proved(Credentials credentials, HttpServletRequest request) {
        return people.authenticate(
                        credentials.username() == null ? "" : credentials.username(),
                        credentials.password() == null ? "" : credentials.password(),
                        request.getRemoteAddr())
                .orElseThrow(() -> new Refusal(Problem.WRONG_PASSWORD));
    }

    /** As sent. */
    record Credentials(@Nullable String username, @Nullable String password) {}

    /** Who signed in. */
    record Welcome(String username, String displayName, List<String> roles) {

        static Welcome to(Person person) {
            List<String> roles = person.roles().stream()
                    .map(role -> role.name().toLowerCase(Locale.ROOT))
                    .sorted()
                    .toList();
            return new Welcome(person.username(), person.displayName(), roles);
        }
    }
}
