package io.cosmopilot.deploy.spaces;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.cosmopilot.deploy.Quota;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.Space;
import io.cosmopilot.deploy.Spaces;
import io.cosmopilot.deploy.jobs.Jobs;
import io.cosmopilot.deploy.registry.RegistrySettings;

/** The spaces that were granted, as PostgreSQL has them. */
@Component
class GrantedSpaces implements Spaces {

    private final SpaceRecords records;
    private final SpaceSettings settings;
    private final RegistrySettings registry;
    private final Jobs jobs;

    GrantedSpaces(SpaceRecords records, SpaceSettings settings, RegistrySettings registry, Jobs jobs) {
        this.records = records;
        this.settings = settings;
        this.registry = registry;
        this.jobs = jobs;
    }

    @Override
    public boolean taken(String name) {
        return reserved(name) || records.find(name).isPresent();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void provision(String name, Quota quota, Requester requester) {
        if (!new SpaceName(name).valid() || reserved(name)) {
            throw new IllegalArgumentException("no space can be named " + name);
        }
        var ordered = records.order(name, settings.namespacePrefix() + name, quota, requester)
                .orElseThrow(() -> new IllegalArgumentException("the space " + name + " is somebody else’s"));
        jobs.enqueue(Provisioning.TASK, Provisioning.id(name, ordered.revision()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void repair(String name) {
        jobs.enqueue(Repairing.TASK, name);
    }

    @Override
    public List<Space> of(String person) {
        return records.provisionedOf(person).stream().map(SpaceRow::space).toList();
    }

    @Override
    public Optional<Space> find(String name) {
        return records.find(name).map(SpaceRow::space);
    }

    @Override
    public String imagePrefix(String space) {
        return registry.address() + "/" + space + "/";
    }

    private boolean reserved(String name) {
        return new SpaceName(name).reserved() || settings.reserved().contains(name);
    }
}
