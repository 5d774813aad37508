package io.cosmopilot.deploy.registry;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.stereotype.Component;

/** Brings who is a member of a space to registries that keep members of their own. What counts is how it stands now. */
@Component
class Admitting {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("deploy-image-member");

    private final Registry registry;
    private final Grants grants;

    Admitting(Registry registry, Grants grants) {
        this.registry = registry;
        this.grants = grants;
    }

    static String id(String space, String person, String change) {
        return space + "/" + person + "/" + change;
    }

    void run(String id) {
        var parts = id.split("/", 3);
        registry.member(parts[0], parts[1], grants.role(parts[0], parts[1]));
    }
}
