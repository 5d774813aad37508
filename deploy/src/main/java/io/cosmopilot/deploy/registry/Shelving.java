package io.cosmopilot.deploy.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.ImageMembers.Role;
import io.cosmopilot.deploy.ImageReport;
import io.cosmopilot.deploy.registry.Manifest.Part;
import io.cosmopilot.deploy.registry.Registry.Content;

/** Finds out what an image consists of, and records it in the caller's transaction. */
@Component
class Shelving {

    private static final int DEEPEST = 3;

    private final Registry registry;
    private final ImageRecords records;
    private final Rooms rooms;
    private final ApplicationEventPublisher events;

    Shelving(Registry registry, ImageRecords records, Rooms rooms, ApplicationEventPublisher events) {
        this.registry = registry;
        this.records = records;
        this.rooms = rooms;
        this.events = events;
    }

    /** Everything that a manifest needs, itself included. Asks the registry: not to be called in a transaction. */
    Map<String, Part> parts(Repository repository, Content content) {
        var parts = new LinkedHashMap<String, Part>();
        collect(repository, content, parts, 0);
        return parts;
    }

    private void collect(Repository repository, Content content, Map<String, Part> parts, int depth) {
        var manifest = Manifest.parse(content.bytes());
        parts.put(content.digest(), new Part(content.digest(), content.bytes().length));
        manifest.parts().forEach(part -> parts.put(part.digest(), part));
        if (depth < DEEPEST) {
            manifest.children().stream()
                    .filter(child -> !parts.containsKey(child))
                    .map(child -> registry.manifest(repository, child))
                    .flatMap(Optional::stream)
                    .forEach(child -> collect(repository, child, parts, depth + 1));
        }
    }

    /**
     * Records an image and tells of it, if its tag is new or means something else now.
     *
     * @param actor who pushed it, empty when nobody knows
     */
    void put(Repository repository, Content content, Map<String, Part> parts, String tag, String actor, boolean tell) {
        rooms.lock(repository.space());
        var person = person(repository.space(), actor);
        records.keep(repository, content, parts.values(), person);
        if (!tag.isEmpty()) {
            var before = records.digest(repository, tag);
            if (!before.filter(content.digest()::equals).isPresent()) {
                records.tag(repository, tag, content.digest(), person);
                if (tell && person != null) {
                    long size = parts.values().stream().mapToLong(Part::size).sum();
                    events.publishEvent(new ImageReport.Arrived(
                            UUID.randomUUID().toString(),
                            person,
                            repository.space(),
                            repository.name(),
                            tag,
                            content.digest(),
                            size,
                            before.orElse(null),
                            actor.startsWith(Robots.BUILD)));
                }
            }
        }
        recount(repository.space());
    }

    /** Counts a space again; whose it is is told when it has become full. */
    void recount(String space) {
        var before = rooms.find(space);
        long used = records.used(space);
        rooms.used(space, used);
        before.filter(room -> !room.full() && used >= room.grantedBytes())
                .ifPresent(room -> rooms.owner(space)
                        .ifPresent(owner -> events.publishEvent(new ImageReport.SpaceFull(
                                UUID.randomUUID().toString(), owner, space, used, room.grantedBytes()))));
    }

    private @Nullable String person(String space, String actor) {
        return rooms.role(space, actor)
                .filter(role -> role != Role.READER)
                .map(role -> actor)
                .or(() -> rooms.owner(space))
                .orElse(null);
    }
}
