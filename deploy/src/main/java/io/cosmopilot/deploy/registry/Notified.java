package io.cosmopilot.deploy.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.deploy.RegistryEvents;
import io.cosmopilot.deploy.jobs.Jobs;
import io.cosmopilot.deploy.registry.Arrivals.Arrival;

/** Notes what the registry tells, and has it looked at. */
@Component
class Notified implements RegistryEvents {

    private static final Logger LOG = LoggerFactory.getLogger(Notified.class);
    private static final int LONGEST_TAG = 128;

    private final RegistrySettings settings;
    private final Arrivals arrivals;
    private final Rooms rooms;
    private final Jobs jobs;

    Notified(RegistrySettings settings, Arrivals arrivals, Rooms rooms, Jobs jobs) {
        this.settings = settings;
        this.arrivals = arrivals;
        this.rooms = rooms;
        this.jobs = jobs;
    }

    @Override
    @Transactional
    public Receipt take(String secret, byte[] envelope) {
        if (!believed(secret)) {
            return Receipt.NOT_BELIEVED;
        }
        try {
            read(envelope).forEach(this::take);
            return Receipt.TAKEN;
        } catch (JacksonException unreadable) {
            LOG.warn("a notification of the registry that is no JSON: {}", unreadable.getOriginalMessage());
            return Receipt.UNREADABLE;
        }
    }

    private boolean believed(String secret) {
        var agreed = settings.eventsSecret();
        return agreed != null
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), agreed.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Arrival> read(byte[] envelope) {
        return StreamSupport.stream(
                        JsonMapper.shared().readTree(envelope).path("events").spliterator(), false)
                .filter(event -> event.path("action").asString("").equals("push"))
                .filter(event -> Distribution.MANIFESTS.contains(
                        event.path("target").path("mediaType").asString("?")))
                .map(Notified::arrival)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Arrival> arrival(JsonNode event) {
        var target = event.path("target");
        var tag = target.path("tag").asString("");
        var arrival = new Arrival(
                event.path("id").asString(""),
                target.path("repository").asString(""),
                target.path("digest").asString(""),
                tag,
                event.path("actor").path("name").asString(""));
        boolean whole = !arrival.id().isEmpty()
                && tag.length() <= LONGEST_TAG
                && arrival.digest().matches("sha256:[0-9a-f]{64}");
        return whole ? Optional.of(arrival) : Optional.empty();
    }

    private void take(Arrival arrival) {
        boolean ours = Repository.parse(arrival.repository())
                .flatMap(repository -> rooms.find(repository.space()))
                .isPresent();
        if (ours && arrivals.note(arrival)) {
            jobs.enqueue(Arriving.TASK, arrival.id());
        }
    }
}
