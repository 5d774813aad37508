package io.cosmopilot.deploy.registry;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.ImageReport;
import io.cosmopilot.deploy.jobs.Told;
import io.cosmopilot.deploy.registry.Removals.Removal;

/** Removes images from the registry; after some tries that fail it says so, because somebody waits. */
@Component
class Removing {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("deploy-image-removal");

    private static final int TRIES = 3;

    private final Removals removals;
    private final Registry registry;
    private final ImageRecords records;
    private final Shelving shelving;
    private final Told told;

    Removing(Removals removals, Registry registry, ImageRecords records, Shelving shelving, Told told) {
        this.removals = removals;
        this.registry = registry;
        this.records = records;
        this.shelving = shelving;
        this.told = told;
    }

    void run(String id) {
        removals.find(id)
                .ifPresent(removal ->
                        Repository.parse(removal.repository()).ifPresent(repository -> remove(removal, repository)));
    }

    private void remove(Removal removal, Repository repository) {
        try {
            registry.remove(repository, removal.digest());
        } catch (RegistryException failed) {
            told.quietly(() -> removals.failed(removal.id()));
            if (removal.attempts() + 1 < TRIES) {
                throw failed;
            }
            told.once(
                    () -> removals.settle(removal.id()),
                    () -> new ImageReport.NotRemoved(
                            removal.id(),
                            removal.person(),
                            removal.reference(),
                            repository.space(),
                            repository.name(),
                            String.valueOf(failed.getMessage())));
            return;
        }
        told.once(
                () -> removed(removal, repository),
                () -> new ImageReport.Removed(
                        removal.id(), removal.person(), removal.reference(), repository.space(), repository.name()));
    }

    private boolean removed(Removal removal, Repository repository) {
        records.forget(repository, removal.digest());
        shelving.recount(repository.space());
        return removals.settle(removal.id());
    }
}
