package io.cosmopilot.adapters.access;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The cookie of who is signed in: no script reads it, no other site sends it. */
@Component
class SessionCookie {

    private static final String NAME = "cosmopilot-session";

    private final AccessProperties properties;

    SessionCookie(AccessProperties properties) {
        this.properties = properties;
    }

    Optional<Secret> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(cookie -> new Secret(cookie.getValue()));
    }

    void set(Secret secret, HttpServletRequest request, HttpServletResponse response) {
        write(secret.value(), properties.sessionIdle(), request, response);
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        write("", Duration.ZERO, request, response);
    }

    private static void write(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
