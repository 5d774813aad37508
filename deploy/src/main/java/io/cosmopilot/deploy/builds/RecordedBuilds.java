package io.cosmopilot.deploy.builds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.cosmopilot.deploy.BuildOrder;
import io.cosmopilot.deploy.Builds;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.jobs.Jobs;
import io.cosmopilot.deploy.registry.Memberships;
import io.cosmopilot.deploy.registry.RegistrySettings;

/** Builds as records, carried out by jobs. */
@Component
class RecordedBuilds implements Builds {

    private final BuildRecords records;
    private final BuildSettings settings;
    private final RegistrySettings registry;
    private final Memberships memberships;
    private final Bases bases;
    private final Workshop workshop;
    private final Unpacking unpacking;
    private final Jobs jobs;

    RecordedBuilds(
            BuildRecords records,
            BuildSettings settings,
            RegistrySettings registry,
            Memberships memberships,
            Bases bases,
            Workshop workshop,
            Unpacking unpacking,
            Jobs jobs) {
        this.records = records;
        this.settings = settings;
        this.registry = registry;
        this.memberships = memberships;
        this.bases = bases;
        this.workshop = workshop;
        this.unpacking = unpacking;
        this.jobs = jobs;
    }

    @Override
    public Ability ability() {
        if (!settings.enabled() || !registry.real()) {
            return Ability.NOTHING;
        }
        return settings.docker().host() == null ? Ability.ARTEFACTS : Ability.DOCKERFILES;
    }

    @Override
    public List<Base> bases() {
        return bases.all();
    }

    @Override
    public Optional<Detected> detect(String name, byte[] content) {
        var bench = workshop.bench();
        try {
            if (Unpacking.archive(name)) {
                unpacking.into(bench, name, content);
            } else {
                Files.write(bench.resolve(name.replaceAll("[^A-Za-z0-9._-]", "_")), content);
            }
            return Code.in(bench).detect();
        } catch (BuildException broken) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            Workshop.clear(bench);
        }
    }

    @Override
    public Optional<Problem> objection(BuildOrder.Source source) {
        try {
            switch (source) {
                case BuildOrder.Source.Url url -> Origin.parse(url.url(), settings.hosts());
                case BuildOrder.Source.Git git -> Origin.parse(git.url(), settings.hosts());
                case BuildOrder.Source.Upload upload -> {
                    return upload.content().length > settings.largestSource().toBytes()
                            ? Optional.of(Problem.of(
                                    "deploy.build.source-too-large",
                                    String.valueOf(settings.largestSource().toMegabytes())))
                            : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (BuildException refused) {
            return Optional.of(refused.problem());
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(String build, BuildOrder order, Requester requester) {
        if (ability() == Ability.NOTHING || !memberships.pushes(order.space(), requester.person())) {
            throw new IllegalArgumentException(requester.person() + " cannot build into " + order.space());
        }
        if (records.open(build, order, requester)) {
            jobs.enqueue(Building.TASK, build);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean cancel(String build, Requester requester) {
        return records.find(build)
                .filter(found -> found.requester().person().equals(requester.person()))
                .filter(found -> records.end(build, "CANCELLED"))
                .isPresent();
    }
}
