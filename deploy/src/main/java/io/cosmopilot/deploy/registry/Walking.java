package io.cosmopilot.deploy.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.jobs.Told;

/** Looks through the registry for what no notification told: what came, and what went. */
@Component
class Walking {

    private static final Logger LOG = LoggerFactory.getLogger(Walking.class);

    /** More news than this about one space is an old registry that is seen for the first time, and no news. */
    private static final int NEWS = 5;

    private final Registry registry;
    private final ImageRecords records;
    private final Arrivals arrivals;
    private final Rooms rooms;
    private final Shelving shelving;
    private final RegistrySettings settings;
    private final Told told;

    Walking(
            Registry registry,
            ImageRecords records,
            Arrivals arrivals,
            Rooms rooms,
            Shelving shelving,
            RegistrySettings settings,
            Told told) {
        this.registry = registry;
        this.records = records;
        this.arrivals = arrivals;
        this.rooms = rooms;
        this.shelving = shelving;
        this.settings = settings;
        this.told = told;
    }

    /** Never fails as a job: the next walk is the repetition. */
    void walk() {
        if (settings.real()) {
            try {
                through(Set.copyOf(rooms.all()));
            } catch (RegistryException away) {
                LOG.warn("the registry was not looked through: {}", away.getMessage());
            }
        }
    }

    private void through(Set<String> spaces) {
        var found = registry.repositories(spaces);
        for (var space : spaces) {
            var here = found.stream()
                    .filter(repository -> repository.space().equals(space))
                    .toList();
            through(space, here);
        }
        told.quietly(arrivals::forgetOld);
    }

    private void through(String space, List<Repository> here) {
        var repositories = new HashSet<>(here);
        records.repositories(space).stream()
                .map(Repository::parse)
                .flatMap(Optional::stream)
                .forEach(repositories::add);
        for (var repository : repositories) {
            through(repository);
        }
        told.quietly(() -> shelving.recount(space));
    }

    private void through(Repository repository) {
        var tags = registry.tags(repository);
        var known = records.tags(repository);
        long news = tags.stream().filter(tag -> !known.contains(tag)).count();
        tags.forEach(tag -> look(repository, tag, news <= NEWS));
        known.stream()
                .filter(tag -> !tags.contains(tag))
                .forEach(tag -> told.quietly(() -> records.untag(repository, tag)));
        records.untagged(repository).stream()
                .filter(digest -> registry.manifest(repository, digest).isEmpty())
                .forEach(digest -> told.quietly(() -> records.forget(repository, digest)));
    }

    private void look(Repository repository, String tag, boolean tell) {
        registry.manifest(repository, tag)
                .filter(content -> !records.digest(repository, tag).equals(Optional.of(content.digest())))
                .ifPresent(content -> {
                    var parts = shelving.parts(repository, content);
                    told.quietly(() -> shelving.put(repository, content, parts, tag, "", tell));
                });
    }
}
