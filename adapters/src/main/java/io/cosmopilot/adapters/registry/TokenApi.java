package io.cosmopilot.adapters.registry;

import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.deploy.RegistryTokens;
import io.cosmopilot.deploy.RegistryTokens.Answer;
import io.cosmopilot.deploy.RegistryTokens.Ask;

/**
 * Tokens for the registry, asked for in both ways that the distribution specification knows: by GET with Basic
 * credentials, and by POST of an OAuth2 form.
 */
@RestController
class TokenApi {

    private static final String PATH = "/registry/token";
    private static final int MOST_SCOPES = 20;

    private final RegistryTokens tokens;

    TokenApi(RegistryTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping(PATH)
    ResponseEntity<?> byBasic(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestParam(defaultValue = "") String service,
            HttpServletRequest request,
            Words words) {
        var who = Credentials.of(authorization);
        var ask = new Ask(who.username(), who.password(), service, scopes(request), request.getRemoteAddr());
        return answered(tokens.answer(ask), words);
    }

    /** There are no refresh tokens to come back with: whoever has one has it from somebody else. */
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<?> byForm(
            @RequestParam(name = "grant_type", defaultValue = "") String grantType,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "?") String username,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            Words words) {
        if (!grantType.equals("password")) {
            var how = grantType.equals("refresh_token") ? "invalid_grant" : "unsupported_grant_type";
            return ResponseEntity.badRequest().body(new OAuthError(how));
        }
        return answered(
                tokens.answer(new Ask(username, password, service, scopes(request), request.getRemoteAddr())), words);
    }

    private static List<String> scopes(HttpServletRequest request) {
        var asked = request.getParameterValues("scope");
        return asked == null ? List.of() : List.of(asked).subList(0, Math.min(asked.length, MOST_SCOPES));
    }

    private static ResponseEntity<?> answered(Answer answer, Words words) {
        return switch (answer) {
            case Answer.Token token ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Issued.of(token));
            case Answer.WrongPassword wrong ->
                ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Cosmopilot\"")
                        .body(RegistryErrors.of("UNAUTHORIZED", words.of("adapters.registry.wrong-password")));
            case Answer.SlowDown slow ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, seconds(slow.pause()))
                        .body(RegistryErrors.of(
                                "TOOMANYREQUESTS", words.of("adapters.registry.slow-down", seconds(slow.pause()))));
            case Answer.Full full ->
                ResponseEntity.status(HttpStatus.FORBIDDEN)
                        .body(RegistryErrors.of(
                                "DENIED",
                                words.of(
                                        "adapters.registry.full",
                                        full.space(),
                                        mebibytes(full.used()),
                                        mebibytes(full.granted()))));
            case Answer.UnknownService unknown ->
                ResponseEntity.badRequest()
                        .body(RegistryErrors.of("UNSUPPORTED", words.of("adapters.registry.service")));
        };
    }

    private static String seconds(Duration wait) {
        return String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private static String mebibytes(long bytes) {
        return String.valueOf(bytes >> 20);
    }

    /** Why OAuth2 has it that way, in its own words. */
    record OAuthError(String error) {}
}
