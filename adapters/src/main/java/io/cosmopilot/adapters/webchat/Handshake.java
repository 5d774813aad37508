package io.cosmopilot.adapters.webchat;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.socket.WebSocketSession;

import io.cosmopilot.adapters.words.Languages;

/**
 * What the request that opened a socket told.
 *
 * @param token of a script that sent one in the header, or null
 */
record Handshake(Locale locale, @Nullable String token) {

    private static final String BEARER = "Bearer ";

    static Handshake of(WebSocketSession session) {
        HttpHeaders headers = session.getHandshakeHeaders();
        String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        return new Handshake(
                Languages.choose(headers.getAcceptLanguageAsLocales()),
                authorization != null && authorization.startsWith(BEARER)
                        ? authorization.substring(BEARER.length())
                        : null);
    }
}
