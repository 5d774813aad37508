package io.cosmopilot.adapters.portal;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.cosmopilot.adapters.access.SignedIn;
import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Journeys;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.deploy.Applications;

/** What somebody who is signed in sees of themselves. */
@RestController
@RequestMapping("/api/me")
class MeApi {

    private final Journeys journeys;
    private final Applications applications;

    MeApi(Journeys journeys, Applications applications) {
        this.journeys = journeys;
        this.applications = applications;
    }

    /** Reading the CSRF token sets its cookie: whoever has called this can change things. */
    @GetMapping
    ResponseEntity<Me> me(SignedIn me, CsrfToken csrf) {
        return csrf.getToken().isEmpty()
                ? ResponseEntity.internalServerError().build()
                : ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Me.of(me.person()));
    }

    @GetMapping("/journey")
    JourneyView journey(SignedIn me, Words words) {
        return JourneyView.of(journeys.of(me.username()), words);
    }

    @GetMapping("/applications")
    List<ApplicationView> applications(SignedIn me, Words words) {
        return applications.of(me.username()).stream()
                .map(application -> ApplicationView.of(application, words))
                .toList();
    }

    /** The person who asks. */
    record Me(
            String username,
            String displayName,
            String email,
            List<String> roles,
            @Nullable String language) {

        static Me of(Person person) {
            List<String> roles = person.roles().stream()
                    .map(role -> role.name().toLowerCase(Locale.ROOT))
                    .sorted()
                    .toList();
            return new Me(person.username(), person.displayName(), person.email(), roles, person.language());
        }
    }
}
