package io.cosmopilot.deploy.registry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.cosmopilot.deploy.ImageMembers.Role;
import io.cosmopilot.deploy.Images;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.jobs.Jobs;

/** What is in the spaces, as PostgreSQL has it; shown to members only. */
@Component
class KnownImages implements Images {

    private final ImageRecords records;
    private final Rooms rooms;
    private final Removals removals;
    private final RegistrySettings settings;
    private final Jobs jobs;

    KnownImages(ImageRecords records, Rooms rooms, Removals removals, RegistrySettings settings, Jobs jobs) {
        this.records = records;
        this.rooms = rooms;
        this.removals = removals;
        this.settings = settings;
        this.jobs = jobs;
    }

    @Override
    public List<Image> of(String person, String space) {
        return rooms.role(space, person).isPresent() ? records.images(space) : List.of();
    }

    @Override
    public List<Tag> tags(String person, String space, String image) {
        return Repository.parse(space + "/" + image)
                .filter(repository -> rooms.role(space, person).isPresent())
                .map(records::latest)
                .orElse(List.of());
    }

    @Override
    public Optional<Usage> usage(String person, String space) {
        return rooms.role(space, person)
                .flatMap(role -> rooms.find(space))
                .map(room -> new Usage(room.usedBytes(), room.grantedBytes()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remove(String space, String image, String digest, Requester requester) {
        var repository = Repository.parse(space + "/" + image)
                .filter(found -> rooms.role(space, requester.person()).equals(Optional.of(Role.OWNER)))
                .filter(found -> records.known(found, digest));
        repository.ifPresent(found -> {
            var id = UUID.randomUUID().toString();
            removals.order(id, found, digest, requester);
            jobs.enqueue(Removing.TASK, id);
        });
        return repository.isPresent();
    }

    @Override
    public Optional<String> digest(String reference) {
        var prefix = settings.address() + "/";
        int colon = reference.lastIndexOf(':');
        return reference.startsWith(prefix) && colon > prefix.length() && !reference.contains("@")
                ? Repository.parse(reference.substring(prefix.length(), colon))
                        .flatMap(repository -> records.digest(repository, reference.substring(colon + 1)))
                : Optional.empty();
    }
}
