package io.cosmopilot.deploy.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        var root = JsonMapper.shared().readTree(envelope);
        return root.path("type").asString("").equals("PUSH_ARTIFACT")
                ? stream(root.path("event_data").path("resources"))
                        .map(resource -> pushed(root, resource))
                        .flatMap(Optional::stream)
                        .toList()
                : stream(root.path("events"))
                        .filter(event -> event.path("action").asString("").equals("push"))
                        .filter(event -> Distribution.MANIFESTS.contains(
                                event.path("target").path("mediaType").asString("?")))
                        .map(Notified::arrival)
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Harbor's own form, which has no id. */
    private static Optional<Arrival> pushed(JsonNode root, JsonNode resource) {
        var digest = resource.path("digest").asString("");
        var tag = resource.path("tag").asString("");
        var repository = root.path("event_data")
                .path("repository")
                .path("repo_full_name")
                .asString("");
        var id = root.path("occur_at").asString("") + "/" + repository + ":" + tag + "@" + digest;
        return whole(
                new Arrival(id, repository, digest, tag, root.path("operator").asString("")));
    }

    private static Optional<Arrival> arrival(JsonNode event) {
        var target = event.path("target");
        var tag = target.path("tag").asString("");
        return whole(new Arrival(
                event.path("id").asString(""),
                target.path("repository").asString(""),
                target.path("digest").asString(""),
                tag,
                event.path("actor").path("name").asString("")));
    }

    private static Optional<Arrival> whole(Arrival arrival) {
        boolean whole = !arrival.id().isEmpty()
                && arrival.tag().length() <= LONGEST_TAG
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
