package io.cosmopilot.adapters.access;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/** The token in an {@code Authorization: Bearer} header. */
final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }
}
