package io.cosmopilot.adapters.desk;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import io.cosmopilot.adapters.access.Sessions;
import io.cosmopilot.adapters.access.SessionsEnded;
import io.cosmopilot.adapters.access.SignedIn;
import io.cosmopilot.conversations.Desk;

/** Tells open desks when to read again. */
@RestController
class EventsApi {

    private final Desk desk;
    private final Sessions sessions;
    private final Set<Bell> bells = ConcurrentHashMap.newKeySet();

    EventsApi(Desk desk, Sessions sessions) {
        this.desk = desk;
        this.sessions = sessions;
    }

    @GetMapping(path = "/api/desk/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(SignedIn agent) {
        Bell bell = new Bell(agent.session(), bells::remove);
        bells.add(bell);
        bell.follow(desk);
        return bell.emitter();
    }

    /** Keeps what stands between here and the browser from closing a silent connection. */
    @Scheduled(fixedDelayString = "15s")
    void keepOpen() {
        bells.forEach(Bell::keepOpen);
        closeThoseWhoSignedOut();
    }

    @EventListener(SessionsEnded.class)
    void closeThoseWhoSignedOut() {
        Map<UUID, Set<Bell>> bySession = bells.stream()
                .filter(bell -> bell.session().isPresent())
                .collect(Collectors.groupingBy(bell -> bell.session().orElseThrow(), Collectors.toSet()));
        Set<UUID> alive = sessions.alive(bySession.keySet());
        bySession.forEach((session, theirs) -> {
            if (!alive.contains(session)) {
                theirs.forEach(Bell::close);
            }
        });
    }
}
