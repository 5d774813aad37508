package io.cosmopilot.adapters.registry;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import io.cosmopilot.deploy.RegistryEvents;
import io.cosmopilot.deploy.RegistryEvents.Receipt;

/** The registry's notifications, with the secret that it was given: {@code Authorization: Bearer …}. */
@RestController
class NotificationsApi {

    private static final String SCHEME = "Bearer ";

    private final RegistryEvents events;

    NotificationsApi(RegistryEvents events) {
        this.events = events;
    }

    @PostMapping("/registry/events")
    ResponseEntity<Void> take(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            @RequestBody(required = false) byte @Nullable [] body) {
        var secret = authorization.startsWith(SCHEME) ? authorization.substring(SCHEME.length()) : "";
        var receipt = events.take(secret, body == null ? new byte[0] : body);
        return ResponseEntity.status(status(receipt)).build();
    }

    private static HttpStatus status(Receipt receipt) {
        return switch (receipt) {
            case TAKEN -> HttpStatus.OK;
            case NOT_BELIEVED -> HttpStatus.UNAUTHORIZED;
            case UNREADABLE -> HttpStatus.BAD_REQUEST;
        };
    }
}
