package io.cosmopilot.deploy.registry;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.jobs.Told;
import io.cosmopilot.deploy.registry.Arrivals.Arrival;

/** Looks at what the registry told to have arrived. */
@Component
class Arriving {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("deploy-image-arrival");

    private final Arrivals arrivals;
    private final Registry registry;
    private final Shelving shelving;
    private final Told told;

    Arriving(Arrivals arrivals, Registry registry, Shelving shelving, Told told) {
        this.arrivals = arrivals;
        this.registry = registry;
        this.shelving = shelving;
        this.told = told;
    }

    void run(String id) {
        arrivals.find(id)
                .ifPresent(arrival ->
                        Repository.parse(arrival.repository()).ifPresent(repository -> look(arrival, repository)));
    }

    private void look(Arrival arrival, Repository repository) {
        var content = registry.manifest(repository, arrival.digest());
        var parts = content.map(found -> shelving.parts(repository, found));
        told.quietly(() -> {
            if (arrivals.settle(arrival.id())) {
                content.ifPresent(found ->
                        shelving.put(repository, found, parts.orElseThrow(), arrival.tag(), arrival.actor(), true));
            }
        });
    }
}
